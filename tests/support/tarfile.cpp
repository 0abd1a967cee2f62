// SPDX-License-Identifier: GPL-3.0-or-later
#include "tarfile.h"

#include <array>

namespace pd::test {

namespace {

void put(QByteArray &block, qsizetype at, const QByteArray &text, qsizetype width)
{
    const QByteArray cut = text.left(width);
    block.replace(at, cut.size(), cut);
}

QByteArray octal(qint64 number, int width)
{
    return QByteArray::number(number, 8).rightJustified(width - 1, '0');
}

QByteArray padded(QByteArray bytes)
{
    return bytes.append((512 - bytes.size() % 512) % 512, '\0');
}

QByteArray header(const TarEntry &entry)
{
    QByteArray block(512, '\0');
    put(block, 0, entry.name, 100);
    put(block, 100, octal(entry.mode, 8), 7);
    put(block, 108, octal(0, 8), 7);
    put(block, 116, octal(0, 8), 7);
    put(block, 124, octal(entry.data.size(), 12), 11);
    put(block, 136, octal(0, 12), 11);
    block[156] = entry.type;
    put(block, 157, entry.linkName, 100);
    put(block, 257,
        QByteArray("ustar\0"
                   "00",
            8),
        8);
    put(block, 148, QByteArray(8, ' '), 8);
    qint64 sum = 0;
    for (const char c : std::as_const(block))
        sum += static_cast<unsigned char>(c);
    put(block, 148, octal(sum, 7) + QByteArray("\0 ", 2), 8);
    return block;
}

/// PAX: "LENGTH path=NAME\n", where LENGTH counts itself.
QByteArray paxRecord(const QByteArray &path)
{
    const QByteArray rest = " path=" + path + "\n";
    qsizetype length = rest.size() + 1;
    while (QByteArray::number(length).size() + rest.size() != length)
        ++length;
    return QByteArray::number(length) + rest;
}

quint32 crc32(const QByteArray &bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> t{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 c = i;
            for (int bit = 0; bit < 8; ++bit)
                c = c & 1 ? 0xedb88320U ^ (c >> 1) : c >> 1;
            t.at(i) = c;
        }
        return t;
    }();
    quint32 crc = ~0U;
    for (const char c : bytes)
        crc = table.at((crc ^ static_cast<unsigned char>(c)) & 0xff) ^ (crc >> 8);
    return ~crc;
}

QByteArray littleEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    for (int i = 0; i < 4; ++i)
        bytes[i] = static_cast<char>(number >> (8 * i));
    return bytes;
}

} // namespace

QByteArray tarOf(const QList<TarEntry> &entries)
{
    QByteArray tar;
    for (const TarEntry &entry : entries) {
        if (!entry.paxPath.isEmpty()) {
            TarEntry pax;
            pax.name = "pax";
            pax.type = 'x';
            pax.data = paxRecord(entry.paxPath);
            tar += header(pax) + padded(pax.data);
        }
        tar += header(entry) + padded(entry.data);
    }
    return tar + QByteArray(1024, '\0');
}

QByteArray gzipOf(const QByteArray &bytes)
{
    // qCompress: four bytes of length, zlib's two of header, deflate, four of Adler-32.
    const QByteArray zlib = qCompress(bytes);
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10) + zlib.sliced(6, zlib.size() - 10) + littleEndian(crc32(bytes))
        + littleEndian(static_cast<quint32>(bytes.size()));
}

} // namespace pd::test
