// SPDX-License-Identifier: GPL-3.0-or-later
#include "challenge.h"

namespace pd::registry {

namespace {

bool isTokenChar(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken68Char(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || QByteArrayView("-._~+/").contains(c);
}

class Parser {
public:
    explicit Parser(QByteArrayView text)
        : m_text(text)
    {
    }

    bool run(QList<Challenge> &found)
    {
        for (skipSeparators(); !atEnd(); skipSeparators()) {
            Challenge challenge;
            challenge.scheme = token().toLower();
            if (challenge.scheme.isEmpty())
                return false;
            const bool spaced = skipSpace();
            if (!atEnd() && peek() != ',' && (!spaced || !parameters(challenge)))
                return false;
            found.append(std::move(challenge));
        }
        return true;
    }

private:
    bool parameters(Challenge &challenge)
    {
        if (token68(challenge))
            return true;
        for (;;) {
            const qsizetype before = m_at;
            const QByteArray name = token().toLower();
            skipSpace();
            if (name.isEmpty())
                return false;
            if (atEnd() || peek() != '=') {
                m_at = before; // the scheme of the next challenge
                return !challenge.parameters.isEmpty();
            }
            ++m_at;
            skipSpace();
            QByteArray value;
            if (!atEnd() && peek() == '"') {
                if (!quoted(value))
                    return false;
            } else {
                value = token();
                if (value.isEmpty())
                    return false;
            }
            if (!challenge.parameters.contains(name))
                challenge.parameters.insert(name, value);
            skipSpace();
            if (atEnd())
                return true;
            if (peek() != ',')
                return false;
            skipSeparators();
            if (atEnd())
                return true;
        }
    }

    // `Negotiate abc==`: only where nothing but the end or a comma follows, for `a=b` begins just so.
    bool token68(Challenge &challenge)
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isToken68Char(m_text[end]))
            ++end;
        while (end < m_text.size() && m_text[end] == '=')
            ++end;
        qsizetype next = end;
        while (next < m_text.size() && isBlank(m_text[next]))
            ++next;
        if (end == m_at || (next < m_text.size() && m_text[next] != ','))
            return false;
        challenge.token68 = m_text.mid(m_at, end - m_at).toByteArray();
        m_at = next;
        return true;
    }

    bool quoted(QByteArray &value)
    {
        for (++m_at; !atEnd(); ++m_at) {
            if (peek() == '"') {
                ++m_at;
                return true;
            }
            if (peek() == '\\' && ++m_at == m_text.size())
                return false;
            value.append(peek());
        }
        return false;
    }

    QByteArray token()
    {
        const qsizetype from = m_at;
        while (!atEnd() && isTokenChar(peek()))
            ++m_at;
        return m_text.mid(from, m_at - from).toByteArray();
    }

    bool skipSpace()
    {
        const qsizetype from = m_at;
        while (!atEnd() && isBlank(peek()))
            ++m_at;
        return m_at > from;
    }
    void skipSeparators()
    {
        while (!atEnd() && (isBlank(peek()) || peek() == ','))
            ++m_at;
    }
    static bool isBlank(char c) { return c == ' ' || c == '\t'; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return m_text[m_at]; }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace

Result<QList<Challenge>> parseChallenges(const QList<QByteArray> &fields)
{
    QList<Challenge> found;
    qsizetype total = 0;
    for (const QByteArray &field : fields) {
        total += field.size();
        if (total > MaxChallengeBytes || !Parser(field).run(found))
            return fail(ErrorKind::Protocol, Blame::Registry, QStringLiteral("auth.challenge"));
    }
    return found;
}

} // namespace pd::registry
