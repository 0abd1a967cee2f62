// SPDX-License-Identifier: GPL-3.0-or-later
#include "gotosearch.h"

#include <QHash>

namespace pd::models {

namespace {

constexpr int Whole = 900;
constexpr int Beginning = 800;
constexpr int WordBeginning = 600;
constexpr int Within = 400;
constexpr int Scattered = 100;
/// What the note or the digest says counts less than the name.
constexpr int Beside = 50;

bool beginsWord(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text[at - 1];
    return !before.isLetterOrNumber() || (before.isLower() && text[at].isUpper());
}

/// The best place of a whole word in the text; 0 where it is not in it.
int scorePlaces(QStringView text, QStringView word)
{
    int best = 0;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0 && best < WordBeginning;
        at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (at == 0)
            best = text.size() == word.size() ? Whole : Beginning;
        else
            best = std::max(best, beginsWord(text, at) ? WordBeginning : Within);
    }
    return best;
}

/// Letters in this order with others between: more for those that begin words and those that follow directly.
int scoreScattered(QStringView text, QStringView word)
{
    int score = Scattered;
    qsizetype from = 0;
    qsizetype last = -2;
    for (const QChar letter : word) {
        const qsizetype at = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0)
            return 0;
        if (at == last + 1)
            score += 8;
        else if (beginsWord(text, at))
            score += 12;
        else
            score -= 6;
        last = at;
        from = at + 1;
    }
    return std::clamp(score, 1, Within - 100);
}

int scoreItem(const GoToItem &item, const QStringList &words)
{
    int sum = 1;
    for (const QString &word : words) {
        int score = matchScore(item.text, word);
        const bool beside = item.note.contains(word, Qt::CaseInsensitive) || item.digest.startsWith(word, Qt::CaseInsensitive);
        if (beside)
            score = std::max(score, Beside);
        if (score == 0)
            return 0;
        sum += score;
    }
    return sum;
}

struct Hit {
    qsizetype item = 0;
    int score = 0;
};

} // namespace

int matchScore(QStringView text, QStringView word)
{
    if (word.isEmpty())
        return 1;
    int score = scorePlaces(text, word);
    // One or two letters are scattered in everything.
    if (score == 0 && word.size() > 2)
        score = scoreScattered(text, word);
    if (score == 0)
        return 0;
    return std::max(1, score + 60 - static_cast<int>(std::min<qsizetype>(60, text.size() - word.size())));
}

Result<GoToResults> searchGoTo(const QList<GoToItem> &items, const QString &query, int perGroup, std::stop_token stop)
{
    QStringView asked = QStringView(query).trimmed();
    const bool actionsAlone = asked.startsWith(u'>');
    if (actionsAlone)
        asked = asked.sliced(1);
    const QStringList words = asked.toString().split(u' ', Qt::SkipEmptyParts);

    QStringList order;
    QHash<QString, QList<Hit>> byGroup;
    GoToResults results{query, {}, 0};
    for (qsizetype i = 0; i < items.size(); ++i) {
        if ((i & 0x3ff) == 0 && stop.stop_requested())
            return cancelled();
        const GoToItem &item = items[i];
        if (actionsAlone && !item.action)
            continue;
        const int score = scoreItem(item, words);
        if (score == 0)
            continue;
        QList<Hit> &hits = byGroup[item.group];
        if (hits.isEmpty())
            order.append(item.group);
        hits.append({i, score});
        ++results.total;
    }
    for (const QString &title : std::as_const(order)) {
        QList<Hit> &hits = byGroup[title];
        const qsizetype count = std::min<qsizetype>(perGroup, hits.size());
        std::ranges::partial_sort(hits, hits.begin() + count,
            [](const Hit &a, const Hit &b) { return a.score != b.score ? a.score > b.score : a.item < b.item; });
        GoToResults::Group group{title, {}, static_cast<int>(hits.size() - count)};
        for (qsizetype i = 0; i < count; ++i)
            group.shown.append(items[hits[i].item]);
        results.groups.append(std::move(group));
    }
    return results;
}

struct GoToSearch::Job {
    QList<GoToItem> items;
    QString query;
    int perGroup = 0;
    std::stop_token stop;
    quint64 generation = 0;
};

GoToSearch::GoToSearch(WorkerPool &pool, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
{
}

GoToSearch::~GoToSearch()
{
    m_stop.request_stop();
}

void GoToSearch::setItems(QList<GoToItem> items)
{
    m_items = std::move(items);
}

void GoToSearch::search(const QString &query, int perGroup)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    follow(this, m_pool, Job{m_items, query, perGroup, m_stop.get_token(), ++m_generation});
}

Task<void> GoToSearch::follow(QPointer<GoToSearch> self, WorkerPool &pool, Job job)
{
    const quint64 generation = job.generation;
    const auto results = co_await pool.run([job = std::move(job)] { return searchGoTo(job.items, job.query, job.perGroup, job.stop); });
    if (self && results && generation == self->m_generation)
        Q_EMIT self->found(*results);
}

} // namespace pd::models
