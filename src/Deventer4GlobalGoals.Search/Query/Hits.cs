namespace Deventer4GlobalGoals.Search.Query;

/// <summary>Documents that answer to a part of a question, with their scores. Its memory is used again by the next part.</summary>
internal sealed class Hits
{
    private readonly List<int> _documents = [];
    private float[] _scores = [];
    private bool[] _found = [];

    public List<int> Documents => _documents;

    public int Count => _documents.Count;

    public bool Contains(int document) => _found[document];

    public float Score(int document) => _scores[document];

    public void Add(int document, float score)
    {
        if (!_found[document])
        {
            _found[document] = true;
            _documents.Add(document);
        }

        _scores[document] += score;
    }

    public void Rescore(int document, float score) => _scores[document] = score;

    /// <summary>Makes it empty, for documents below this number.</summary>
    public void Reset(int documentCount)
    {
        foreach (var document in _documents)
        {
            _found[document] = false;
            _scores[document] = 0;
        }

        _documents.Clear();
        if (_scores.Length < documentCount)
        {
            _scores = new float[documentCount + (documentCount / 4)];
            _found = new bool[_scores.Length];
        }
    }
}
