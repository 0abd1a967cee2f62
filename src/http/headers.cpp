// SPDX-License-Identifier: GPL-3.0-or-later
#include "headers.h"

namespace pd::http {

namespace {

bool sameName(const Headers::Field &field, QByteArrayView name)
{
    return field.first.compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

void Headers::set(const QByteArray &name, const QByteArray &value)
{
    remove(name);
    add(name, value);
}

void Headers::remove(QByteArrayView name)
{
    m_fields.removeIf([name](const Field &field) { return sameName(field, name); });
}

bool Headers::contains(QByteArrayView name) const
{
    return std::ranges::any_of(m_fields, [name](const Field &field) { return sameName(field, name); });
}

QByteArray Headers::value(QByteArrayView name) const
{
    for (const Field &field : m_fields) {
        if (sameName(field, name))
            return field.second.trimmed();
    }
    return {};
}

QList<QByteArray> Headers::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const Field &field : m_fields) {
        if (sameName(field, name))
            found.append(field.second.trimmed());
    }
    return found;
}

} // namespace pd::http
