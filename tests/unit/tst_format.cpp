// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/format.h"
#include "support/runner.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace pd::models;
using namespace Qt::StringLiterals;

namespace {

/// Stands for a translation with numerus forms: answers by the number that the code passed.
class Forms final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        if (n == 1 && QByteArrayView(source) == "%Ln images")
            return u"%Ln image (one)"_s;
        if (n >= 0 && QByteArrayView(source) == "%Ln images")
            return u"%Ln images (many)"_s;
        if (n == 1 && QByteArrayView(source) == "%n d ago")
            return u"%n day"_s;
        return {};
    }
};

} // namespace

class FormatTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void relative_data();
    void relative();
    void sizes_data();
    void sizes();
    void digests();
    void revisions();
    void absolute();
    void pluralForms();
    void numbersOfTheLocale();
};

void FormatTest::relative_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    constexpr qint64 day = 86400;
    QTest::newRow("now") << qint64(0) << u"just now"_s;
    QTest::newRow("clock ahead") << qint64(-59) << u"just now"_s;
    QTest::newRow("59 s") << qint64(59) << u"just now"_s;
    QTest::newRow("1 min") << qint64(60) << u"1 min ago"_s;
    QTest::newRow("59 min") << qint64(3599) << u"59 min ago"_s;
    QTest::newRow("2 h") << qint64(2 * 3600 + 1700) << u"2 h ago"_s;
    QTest::newRow("1 d") << day << u"1 d ago"_s;
    QTest::newRow("13 d") << 14 * day - 1 << u"13 d ago"_s;
    QTest::newRow("2 wk") << 14 * day << u"2 wk ago"_s;
    QTest::newRow("8 wk") << 61 * day - 1 << u"8 wk ago"_s;
    QTest::newRow("2 mo") << 61 * day << u"2 mo ago"_s;
    QTest::newRow("11 mo") << 365 * day - 1 << u"11 mo ago"_s;
    QTest::newRow("1 y") << 365 * day << u"1 y ago"_s;
}

void FormatTest::relative()
{
    QFETCH(const qint64, seconds);
    const QDateTime now(QDate(2026, 11, 24), QTime(14, 4, 38), QTimeZone::UTC);
    QTEST(relativeTime(now.addSecs(-seconds), now), "text");
}

void FormatTest::sizes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << qint64(-1) << QString();
    QTest::newRow("nothing") << qint64(0) << u"0 bytes"_s;
    QTest::newRow("bytes") << qint64(1023) << u"1,023 bytes"_s;
    QTest::newRow("one") << qint64(1024) << u"1.0 KiB"_s;
    QTest::newRow("as in a list") << qint64(18022) << u"17.6 KiB"_s;
    QTest::newRow("under 100") << qint64(99.94 * 1024) << u"99.9 KiB"_s;
    QTest::newRow("not 100.0") << qint64(99.97 * 1024) << u"100 KiB"_s;
    QTest::newRow("whole") << qint64(198) * 1024 * 1024 << u"198 MiB"_s;
    QTest::newRow("not 1,024 KiB") << qint64(1024) * 1024 - 1 << u"1.0 MiB"_s;
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << u"8.0 EiB"_s;
}

void FormatTest::sizes()
{
    QFETCH(const qint64, bytes);
    QTEST(sizeText(bytes), "text");
}

void FormatTest::digests()
{
    QCOMPARE(shortDigest(u"sha256:4f2c9a18d0b3ffffffffffffffffffffffffffffffffffffffffffffffffffff"), u"4f2c9a18d0b3"_s);
    QCOMPARE(shortDigest(u"4f2c9a18d0b3ffff"), u"4f2c9a18d0b3"_s);
    QCOMPARE(shortDigest(u""), QString());
    QCOMPARE(shortDigest(u"sha256:"), QString());
}

void FormatTest::revisions()
{
    const QString hash = u"2f31c0a4"_s.repeated(5);
    QCOMPARE(shortRevision(hash), u"2f31c0a"_s);
    QCOMPARE(shortRevision(QString(hash + u"-dirty")), u"2f31c0a-dirty"_s);
    QCOMPARE(shortRevision(u"release 2026-11"), u"release 2026-11"_s);
    QCOMPARE(shortRevision(u"zz31c0a4zz31c0a4zz31c0a4zz31c0a4zz31c0a4"), u"zz31c0a4zz31c0a4zz31c0a4zz31c0a4zz31c0a4"_s);
}

void FormatTest::absolute()
{
    const QDateTime then(QDate(2026, 11, 24), QTime(12, 4, 38));
    QCOMPARE(absoluteTime(then, QLocale(QLocale::English, QLocale::UnitedKingdom)), u"Tuesday, 24 November 2026, 12:04:38"_s);
    QVERIFY(absoluteTime(QDateTime()).isEmpty());
    QVERIFY(relativeTime(QDateTime(), then).isEmpty());
    const QString ahead = relativeTime(then.addDays(2), then);
    QVERIFY2(ahead.contains(u"26"), qPrintable(ahead));
}

void FormatTest::pluralForms()
{
    Forms forms;
    QVERIFY(QCoreApplication::installTranslator(&forms));
    const QDateTime now(QDate(2026, 11, 24), QTime(14, 0), QTimeZone::UTC);
    const QString one = imagesText(1);
    const QString many = imagesText(100'000);
    const QString day = relativeTime(now.addDays(-1), now);
    QCoreApplication::removeTranslator(&forms);
    QCOMPARE(one, u"1 image (one)"_s);
    QCOMPARE(many, u"100,000 images (many)"_s);
    QCOMPARE(day, u"1 day"_s);
    QCOMPARE(tagsOnVersionsText(31, 27), u"31 tags on 27 versions"_s);
    QCOMPARE(moreText(30), u"30 more…"_s);
}

void FormatTest::numbersOfTheLocale()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(numberText(100'000, german), u"100.000"_s);
    QVERIFY2(sizeText(18022, german).startsWith(u"17,6"), qPrintable(sizeText(18022, german)));
}

PD_TEST(FormatTest)

#include "tst_format.moc"
