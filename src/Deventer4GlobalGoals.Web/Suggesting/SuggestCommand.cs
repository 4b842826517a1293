using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Goals.Suggesting;

namespace Deventer4GlobalGoals.Web.Suggesting;

/// <summary>The command line of <c>suggest</c>: goals for a text, for a file of texts, or how well that goes. It opens no database.</summary>
internal static class SuggestCommand
{
    private const string Help = """
        Usage: suggest [--lang nl|en|de] < text
               suggest --batch FILE > answers.jsonl
               suggest --measure FILE

          Proposes at most three goals and their targets for a text, with the words it goes by.
          It looks words up in the lists of the Goals room; nothing leaves this computer.

          --lang L        the language of the text; found out when not given
          --batch FILE    JSON lines, {"id","lang","text"} each; "lang" may be left out. Answers with a line
                          {"id","scores":{"1":0.02,…,"17":…},"goals":[…]} for each
          --measure FILE  tab-separated: id, lang, goals, text, why, source (the last may be left out). Prints precision, recall and F1 per goal
          --help          this text

        Exit code: 0 when all went well, 1 when lines of a file could not be read (each is named on
        the error output, the others are answered), 2 when the command itself is wrong.
        """;

    /// <summary>Runs what follows <c>suggest</c> on the command line.</summary>
    /// <returns>0 when all went well, 1 when lines could not be read, 2 when the command is wrong.</returns>
    public static int Run(IReadOnlyList<string> args, TextReader input, TextWriter output, TextWriter error)
    {
        switch (args)
        {
            case ["--help" or "-h"]:
                output.WriteLine(Help);
                return 0;
            case []:
                return Text(null, input, output);
            case ["--lang", var language] when LocalisedText.Languages.Contains(language):
                return Text(language, input, output);
            case ["--lang", var language]:
                error.WriteLine($"--lang is {string.Join(", ", LocalisedText.Languages)}, not '{language}'.");
                return 2;
            case ["--batch" or "--measure", var file] when !File.Exists(file):
                error.WriteLine($"There is no file '{file}'.");
                return 2;
            case ["--batch", var file]:
                return Batch(File.ReadLines(file), output, error);
            case ["--measure", var file]:
                return Measure(file, output, error);
            default:
                error.WriteLine($"Not understood: {string.Join(' ', args)}");
                error.WriteLine(Help);
                return 2;
        }
    }

    private static int Text(string? language, TextReader input, TextWriter output)
    {
        var suggestions = GoalSuggester.Default.Suggest(input.ReadToEnd(), language);
        if (suggestions.DoesNotKnow)
        {
            output.WriteLine("Don't know.");
        }

        foreach (var goal in suggestions.Goals)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{goal.Goal} {GoalCatalogue.Default.Goal(goal.Goal).Name(suggestions.Language)}  {goal.Confidence:0.00}"));
            foreach (var target in goal.Targets)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {target.Target} {GoalCatalogue.Default.Target(target.Target).Name(suggestions.Language)}  {target.Confidence:0.00}"));
            }

            output.WriteLine("  " + string.Join(", ", goal.Words.Select(word => string.Create(CultureInfo.InvariantCulture, $"{word.Text} ({word.Start})"))));
        }

        return 0;
    }

    private static int Batch(IEnumerable<string> lines, TextWriter output, TextWriter error)
    {
        var (number, bad) = (0, 0);
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (BatchLine.TryRead(line, out var question, out var problem))
            {
                output.WriteLine(question.Answer(GoalSuggester.Default));
            }
            else
            {
                bad++;
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {number}: {problem}"));
            }
        }

        return bad == 0 ? 0 : 1;
    }

    private static int Measure(string file, TextWriter output, TextWriter error)
    {
        try
        {
            output.Write(SuggestionMeasure.Of(GoalSuggester.Default, LabelledText.Read(File.ReadLines(file))));
            return 0;
        }
        catch (InvalidDataException problem)
        {
            error.WriteLine($"{file}: {problem.Message}");
            return 1;
        }
    }
}
