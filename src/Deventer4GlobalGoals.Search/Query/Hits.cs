namespace Deventer4GlobalGoals.Search.Query;

/// <summary>Documents that answer to a part of a question, with their scores. Its memory is used again by the next part.</summary>
internal sealed class Hits
{
    private readonly List<int> documents = [];
    private float[] scores = [];
    private bool[] found = [];

    public List<int> Documents => documents;

    public int Count => documents.Count;

    public bool Contains(int document) => found[document];

    public float Score(int document) => scores[document];

    public void Add(int document, float score)
    {
        if (!found[document])
        {
            found[document] = true;
            documents.Add(document);
        }

        scores[document] += score;
    }

    public void Rescore(int document, float score) => scores[document] = score;

    /// <summary>Makes it empty, for documents below this number.</summary>
    public void Reset(int documentCount)
    {
        foreach (var document in documents)
        {
            found[document] = false;
            scores[document] = 0;
        }

        documents.Clear();
        if (scores.Length < documentCount)
        {
            scores = new float[documentCount + (documentCount / 4)];
            found = new bool[scores.Length];
        }
    }
}
