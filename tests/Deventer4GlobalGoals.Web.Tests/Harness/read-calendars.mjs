// Reads calendars with ical.js. In: a JSON list of texts. Out: a JSON list of what each of them says.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const text = (component, name) => component.getFirstPropertyValue(name) ?? null;

const moment = (component, name) => {
  const property = component.getFirstProperty(name);
  if (!property) {
    return null;
  }

  const value = property.getFirstValue();
  return {
    date: value.isDate ? value.toString() : null,
    instant: value.isDate ? null : value.toJSDate().toISOString(),
    zone: value.isDate ? '' : value.zone.tzid,
  };
};

const people = (component, name) => component.getAllProperties(name).map((property) => ({
  name: property.getParameter('cn') ?? null,
  address: property.getFirstValue(),
  status: property.getParameter('partstat') ?? null,
}));

const read = (source) => {
  const calendar = new ICAL.Component(ICAL.parse(source));
  return {
    method: text(calendar, 'method'),
    name: text(calendar, 'x-wr-calname'),
    events: calendar.getAllSubcomponents('vevent').map((event) => ({
      uid: text(event, 'uid'),
      sequence: text(event, 'sequence'),
      stamp: moment(event, 'dtstamp'),
      start: moment(event, 'dtstart'),
      end: moment(event, 'dtend'),
      status: text(event, 'status'),
      summary: text(event, 'summary'),
      description: text(event, 'description'),
      location: text(event, 'location'),
      url: text(event, 'url'),
      organizers: people(event, 'organizer'),
      attendees: people(event, 'attendee'),
    })),
  };
};

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(read)));
