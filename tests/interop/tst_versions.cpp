// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process.h"
#include "opa/program.h"
#include "support/await.h"
#include "support/opa.h"
#include "support/result.h"
#include "support/runner.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <dlfcn.h>
#include <utime.h>

using namespace pd;
using namespace Qt::StringLiterals;
using pd::test::await;

namespace {

QString beside(const QString &name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

} // namespace

/// What is not done twice, or not before somebody asks, and that nobody is told something old.
class TestVersions final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theSameFileIsAskedOnce();
    void anotherFileIsAskedAgain_data();
    void anotherFileIsAskedAgain();
    void aScriptIsAskedEveryTime();
    void aLinkToAProgramOfAnotherNameIsAskedEveryTime();
    void aDamagedCacheIsNoMatter();
    void ctlShowsWhatIsThere();
    void proxiesAreLoadedLate();

private:
    [[nodiscard]] QString opa() const { return m_folder->filePath(u"bin/opa"_s); }
    [[nodiscard]] bool plant(const QByteArray &version, const QString &path) const
    {
        return test::writeFile(path, test::readFile(beside(u"opaversionprobe"_s)) + '\n' + version)
            && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    [[nodiscard]] QString version() const
    {
        opa::OpaSearch search;
        search.settingsPath = opa();
        search.cacheFolder = m_folder->filePath(u"cache"_s);
        const auto found = await(opa::find(search, {}));
        return found ? found->version.toString() : QString::fromUtf8(test::describe(found.error()));
    }
    [[nodiscard]] qsizetype asked() const { return test::readFile(opa() + u".asked"_s).count('\n'); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestVersions::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(plant("1.20.3", opa()));
}

void TestVersions::theSameFileIsAskedOnce()
{
    QCOMPARE(version(), u"1.20.3"_s);
    QCOMPARE(version(), u"1.20.3"_s);
    QCOMPARE(asked(), 1);
}

void TestVersions::anotherFileIsAskedAgain_data()
{
    QTest::addColumn<bool>("inPlace");
    QTest::addColumn<bool>("sameTime");
    QTest::newRow("renamed into its place") << false << false;
    QTest::newRow("renamed into its place, as old") << false << true;
    QTest::newRow("other bytes in it") << true << false;
    QTest::newRow("other bytes in it, as old") << true << true;
}

void TestVersions::anotherFileIsAskedAgain()
{
    QFETCH(const bool, inPlace);
    QFETCH(const bool, sameTime);
    const auto makeOld = [](const QString &path) {
        const utimbuf times{1'700'000'000, 1'700'000'000};
        return ::utime(QFile::encodeName(path).constData(), &times) == 0;
    };
    QVERIFY(!sameTime || makeOld(opa()));
    QCOMPARE(version(), u"1.20.3"_s);
    const QString other = inPlace ? opa() : m_folder->filePath(u"next"_s);
    QVERIFY(plant("1.20.4", other)); // as long as before
    if (!inPlace)
        QVERIFY(QFile::remove(opa()) && QFile::rename(other, opa()));
    QVERIFY(!sameTime || makeOld(opa()));
    QCOMPARE(version(), u"1.20.4"_s);
    QVERIFY(plant("0.9.0", opa()));
    QVERIFY2(version().contains(u"opa.tooOld"_s), qPrintable(version()));
}

void TestVersions::aScriptIsAskedEveryTime()
{
    QVERIFY(test::writeFile(opa(), "#!/bin/sh\nexec \"$0.real\" \"$@\"\n"));
    QVERIFY(plant("1.5.0", opa() + u".real"_s));
    QCOMPARE(version(), u"1.5.0"_s);
    QVERIFY(plant("1.6.0", opa() + u".real"_s));
    QCOMPARE(version(), u"1.6.0"_s);
}

void TestVersions::aLinkToAProgramOfAnotherNameIsAskedEveryTime()
{
    QVERIFY(QFile::rename(opa(), m_folder->filePath(u"bin/switcher"_s)) && QFile::link(u"switcher"_s, opa()));
    QCOMPARE(version(), u"1.20.3"_s);
    QCOMPARE(version(), u"1.20.3"_s);
    QCOMPARE(asked(), 2);
}

void TestVersions::aDamagedCacheIsNoMatter()
{
    QCOMPARE(version(), u"1.20.3"_s);
    const QString cache = m_folder->filePath(u"cache/opa-versions.json"_s);
    for (const QByteArray &bytes : {QByteArray("{\"programs\":[1,{\"version\":\"9.9\"}]}"), QByteArray("{"), QByteArray(1 << 20, '[')}) {
        QVERIFY(test::writeFile(cache, bytes) || QFile(cache).resize(0));
        QCOMPARE(version(), u"1.20.3"_s);
    }
    QVERIFY(asked() >= 3);
}

void TestVersions::ctlShowsWhatIsThere()
{
    const auto shown = [this] {
        ProcessSpec spec;
        spec.program = beside(u"policydeskctl"_s);
        spec.arguments = {u"--json"_s, u"version"_s};
        spec.environment = QProcessEnvironment::systemEnvironment();
        spec.environment.insert(u"PATH"_s, m_folder->filePath(u"bin"_s));
        spec.environment.insert(u"XDG_CACHE_HOME"_s, m_folder->filePath(u"cache"_s));
        const auto ran = await(runProcess(spec, {}));
        return ran ? QJsonDocument::fromJson(ran->out).object().value("opa"_L1).toString() : QString();
    };
    QCOMPARE(shown(), u"1.20.3"_s);
    QCOMPARE(shown(), u"1.20.3"_s);
    QCOMPARE(asked(), 1);
    QVERIFY(QFile::remove(opa()) && plant("1.21.0", opa()));
    QCOMPARE(shown(), u"1.21.0"_s);
    QVERIFY(QFile::remove(opa()));
    QCOMPARE(shown(), QString());
}

void TestVersions::proxiesAreLoadedLate()
{
#ifdef PD_LAZYPROXY
    ProcessSpec spec;
    spec.program = beside(u"policydeskctl"_s);
    spec.environment = QProcessEnvironment::systemEnvironment();
    spec.environment.insert(u"LD_TRACE_LOADED_OBJECTS"_s, u"1"_s);
    const auto loaded = await(runProcess(spec, {}));
    VERIFY_RESULT(loaded);
    QVERIFY2(loaded->out.contains("policydesk/libproxy.so.1"), loaded->out.constData());
    QVERIFY2(!loaded->out.contains("libcurl") && !loaded->out.contains("libpxbackend"), loaded->out.constData());

    // Asked, the system's answers.
    qputenv("http_proxy", "http://proxy.example:3128");
    void *library = dlopen(PD_LAZYPROXY, RTLD_NOW | RTLD_LOCAL);
    QVERIFY2(library, dlerror());
    const auto make = reinterpret_cast<void *(*)()>(dlsym(library, "px_proxy_factory_new"));
    const auto ask = reinterpret_cast<char **(*)(void *, const char *)>(dlsym(library, "px_proxy_factory_get_proxies"));
    const auto freeAnswer = reinterpret_cast<void (*)(char **)>(dlsym(library, "px_proxy_factory_free_proxies"));
    const auto free = reinterpret_cast<void (*)(void *)>(dlsym(library, "px_proxy_factory_free"));
    QVERIFY(make && ask && freeAnswer && free);
    void *factory = make();
    QVERIFY(factory);
    char **answer = ask(factory, "http://registry.example/");
    QVERIFY(answer && answer[0]);
    QCOMPARE(QByteArray(answer[0]), QByteArray("http://proxy.example:3128"));
    freeAnswer(answer);
    free(factory);
    qunsetenv("http_proxy");
#else
    QVERIFY2(!QFile::exists(u"/usr/lib/x86_64-linux-gnu/libproxy.so.1"_s), "built without what loads libproxy late");
#endif
}

PD_TEST(TestVersions)

#include "tst_versions.moc"
