// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pd {

/// The one type that holds a token, password or key. Move-only, wiped when it goes, without a way to print or compare it by
/// accident: `qDebug() << secret` and `==` do not compile.
///
/// Copies that libraries make of `expose()` (a header of QNetworkAccessManager, a QtKeychain job) are outside our reach; keep the life of such
/// a copy short and say so where it is made.
class Secret {
public:
    Secret() = default;
    /// Takes the bytes over and wipes the caller's array where it was not shared.
    explicit Secret(QByteArray &&bytes);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    /// A second holder, on purpose and visible in the code.
    [[nodiscard]] Secret clone() const;

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    /// The bytes themselves, for the call that needs them. Do not keep, log or format them.
    [[nodiscard]] const QByteArray &expose() const { return m_bytes; }
    /// Compares in constant time for equal lengths.
    [[nodiscard]] bool equals(const Secret &other) const;

private:
    void wipe();
    QByteArray m_bytes;
};

/// Overwrites `bytes` where it is not shared, then empties it.
void wipe(QByteArray &bytes);

} // namespace pd
