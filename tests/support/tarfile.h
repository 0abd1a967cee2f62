// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace pd::test {

/// One entry of a tar as it shall lie in the file, legal or not.
struct TarEntry {
    QByteArray name;
    QByteArray data;
    char type = '0'; ///< ustar's type flag: 0 file, 1 hard link, 2 symbolic link, 3 and 4 devices, 5 folder, 6 FIFO
    int mode = 0600;
    QByteArray linkName;
    QByteArray paxPath; ///< Given in a PAX header in front, in the name's place.
};

/// The bytes of a ustar with its two empty blocks at the end.
[[nodiscard]] QByteArray tarOf(const QList<TarEntry> &entries);
/// A gzip member.
[[nodiscard]] QByteArray gzipOf(const QByteArray &bytes);

} // namespace pd::test
