// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshottable.h"

#include <cstring>

namespace pd::models {

namespace {

/// Rows between two looks at the stop token.
constexpr int Stride = 1024;

bool isPlain(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

const char *findIn(const char *begin, const char *end, const QByteArray &word)
{
    return static_cast<const char *>(memmem(begin, static_cast<size_t>(end - begin), word.constData(), static_cast<size_t>(word.size())));
}

} // namespace

QString folded(const QString &text)
{
    if (isPlain(text))
        return text.toLower();
    return text.normalized(QString::NormalizationForm_C).toLower();
}

QList<QByteArray> foldedWords(const QString &typed)
{
    QList<QByteArray> words;
    for (const QString &word : folded(typed).simplified().split(u' ', Qt::SkipEmptyParts))
        words.append(word.toUtf8());
    return words;
}

Result<std::shared_ptr<const PreparedTable>> PreparedTable::make(std::shared_ptr<const SnapshotTable> rows, std::stop_token stop)
{
    const auto table = std::make_shared<PreparedTable>();
    table->m_rows = std::move(rows);
    if (!table->read(std::move(stop)))
        return cancelled();
    return std::shared_ptr<const PreparedTable>(table);
}

bool PreparedTable::read(std::stop_token stop)
{
    const int count = m_rows->count();
    const auto size = static_cast<size_t>(count);
    m_grouped = m_rows->grouped();
    m_ends.reserve(size);
    m_categories.reserve(size);
    m_weightClass.reserve(size);
    m_byKey.reserve(count);
    m_text.reserve(count * qsizetype(96));
    Numbers weights;
    for (int row = 0; row < count; ++row) {
        if (row % Stride == 0 && stop.stop_requested())
            return false;
        m_text += folded(m_rows->searchText(row)).toUtf8();
        m_text += '\n';
        m_ends.push_back(m_text.size());
        const quint32 categories = m_rows->categories(row);
        m_categories.push_back(categories);
        for (size_t bit = 0; categories != 0 && bit < m_categoryCounts.size(); ++bit)
            m_categoryCounts[bit] += (categories >> bit) & 1U;
        intern(row, weights);
    }
    m_groupRanks = rankTexts(m_groups, stop); // the empty name is "missing": last
    return m_groupRanks.size() == static_cast<size_t>(m_groups.size());
}

void PreparedTable::intern(int row, Numbers &weights)
{
    // Where two rows claim one key the first has it: the second still shows, but cannot be found again after a refresh.
    m_byKey.try_emplace(m_rows->key(row), row);
    const auto [weight, isNew] = weights.try_emplace(m_rows->weightId(row), static_cast<int>(weights.size()));
    m_weightClass.push_back(weight->second);
    if (isNew)
        m_totalWeight += std::max<qint64>(0, m_rows->weight(row));
    if (!m_grouped)
        return;
    const QString name = m_rows->group(row);
    const auto [group, isNewGroup] = m_byGroup.try_emplace(name, static_cast<int>(m_groups.size()));
    if (isNewGroup) {
        m_groups.append(name);
        m_groupTotals.push_back(0);
    }
    m_groupOf.push_back(group->second);
    ++m_groupTotals[static_cast<size_t>(group->second)];
}

bool PreparedTable::contains(int row, const QByteArray &word) const
{
    const qsizetype begin = row == 0 ? 0 : m_ends[static_cast<size_t>(row) - 1];
    return findIn(m_text.constData() + begin, m_text.constData() + m_ends[static_cast<size_t>(row)], word) != nullptr;
}

std::vector<int> PreparedTable::find(const QByteArray &word, const std::stop_token &stop) const
{
    std::vector<int> rows;
    const char *const begin = m_text.constData();
    const char *const end = begin + m_text.size();
    // A word has no line break, so that a hit lies in one row; the search goes on behind that row.
    for (const char *from = begin; from < end && !stop.stop_requested();) {
        const char *const hit = findIn(from, end, word);
        if (!hit)
            break;
        const auto row = std::ranges::upper_bound(m_ends, hit - begin);
        rows.push_back(static_cast<int>(row - m_ends.begin()));
        from = begin + *row;
    }
    return rows;
}

std::shared_ptr<const Ranks> PreparedTable::ranks(int column, std::stop_token stop) const
{
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto found = m_ranks.find(column); found != m_ranks.end())
            return found->second;
    }
    Ranks made = m_rows->ranks(column, stop);
    if (made.size() != m_ends.size() || stop.stop_requested())
        return nullptr;
    const std::scoped_lock lock(m_mutex);
    return m_ranks.try_emplace(column, std::make_shared<const Ranks>(std::move(made))).first->second;
}

} // namespace pd::models
