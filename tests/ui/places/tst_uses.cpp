// SPDX-License-Identifier: GPL-3.0-or-later
#include "placetest.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/servers/fakegithub.h"
#include "support/servers/registryserver.h"

#include <QDir>

using namespace pd;
using namespace Qt::StringLiterals;
using namespace pd::test;

namespace {

const QString User = u"mira"_s;
const QByteArray Token = "ghp_taken_over";

/// *Use* on the first page: what other programs are signed in to, taken over by one click, and checked for real before anything is stored.
class UsesTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<RegistryServer> m_registry;
    std::unique_ptr<FakeGitHub> m_github;
    QByteArray m_path;

    [[nodiscard]] QString host() const { return m_registry->host(); }
    [[nodiscard]] QString key() const { return User + u'@' + host(); }
    [[nodiscard]] bool writeLogin(const QString &file, const QByteArray &token) const
    {
        const QByteArray auth = QByteArray(User.toUtf8() + ':' + token).toBase64();
        return writeHome(file, "{\"auths\":{\"" + host().toUtf8() + "\":{\"auth\":\"" + auth + "\"}}}");
    }
    [[nodiscard]] bool writeGitHubCli(const QByteArray &script) const
    {
        return writeHome(u".config/gh/hosts.yml"_s,
                   "\"" + m_github->server().host().toUtf8() + "\":\n    user: " + User.toUtf8() + "\n    git_protocol: https\n")
            && writeHome(u"bin/gh"_s, "#!/bin/sh\n" + script, true);
    }
    [[nodiscard]] PlaceOptions options() const { return {.githubApi = {{host(), m_github->base().toString()}}}; }
    static bool isListed(Place &place, const QString &host)
    {
        return std::ranges::contains(place.verbs().settings().registries, host, &desk::RegistryEntry::host);
    }

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void dockersAccountIsTakenOver();
    void thePolicyClisAccountIsTakenOver();
    void aRefusedTokenIsNotStored();
    void theGitHubClisTokenIsTakenOver();
    void aSignedOutGitHubCliIsSaid();
    void aTokenWithoutThePackagesIsNotStored();
    void allAreTakenOverTogether();
};

void UsesTest::initTestCase()
{
    RegistryServer::Options options;
    options.htpasswdUser = User;
    options.htpasswdPassword = QString::fromLatin1(Token);
    m_registry = std::make_unique<RegistryServer>(options);
    m_path = qgetenv("PATH");
    qputenv("PATH", QByteArray(QDir::homePath().toLocal8Bit() + "/bin:" + m_path));
}

void UsesTest::init()
{
    m_github = std::make_unique<FakeGitHub>();
    m_github->addUser(User);
}

void UsesTest::cleanup()
{
    for (const QString &name : {u".docker"_s, u".policy"_s, u".config"_s, u"bin"_s})
        QDir(QDir::homePath() + u'/' + name).removeRecursively();
    std::ignore = output(u"secret-tool"_s, {u"clear"_s, u"server"_s, u"policydesk"_s});
    m_github.reset();
}

void UsesTest::dockersAccountIsTakenOver()
{
    QVERIFY(writeLogin(u".docker/config.json"_s, Token));
    Place place(options());
    QVERIFY(place.show());
    QTRY_VERIFY_WITH_TIMEOUT(place.says(u"clear-text file"_s), 20'000);
    place.picture(u"uses-docker"_s);
    QVERIFY(Place::click(u"useDockerButton"_s));
    QTRY_VERIFY(isListed(place, host()));
    QTRY_COMPARE(keyringToken(key()), Token);
    QTRY_VERIFY(place.tree().contains(host()));
    QTRY_VERIFY(place.says(u"seen as mira"_s));
    // There is nothing left to use.
    place.desk().open(u"start"_s);
    QTRY_VERIFY(!Place::shownWidget(u"useDockerButton"_s));
}

void UsesTest::thePolicyClisAccountIsTakenOver()
{
    QVERIFY(writeLogin(u".policy/config.json"_s, Token));
    Place place(options());
    QVERIFY(place.show());
    QVERIFY(Place::click(u"usePolicyButton"_s));
    QTRY_COMPARE(keyringToken(key()), Token);
    QTRY_VERIFY(isListed(place, host()));
}

void UsesTest::aRefusedTokenIsNotStored()
{
    QVERIFY(writeLogin(u".docker/config.json"_s, "ghp_of_last_year"));
    Place place(options());
    QVERIFY(place.show());
    QVERIFY(Place::click(u"useDockerButton"_s));
    QTRY_VERIFY(place.says(u"does not accept this account and token"_s));
    place.picture(u"uses-refused"_s);
    QVERIFY(!isListed(place, host()));
    QCOMPARE(keyringToken(key()), QByteArray());
    // Mended meanwhile: the same button in the dialog goes on.
    QVERIFY(writeLogin(u".docker/config.json"_s, Token));
    QVERIFY(Place::click(u"retryButton"_s));
    QTRY_VERIFY(isListed(place, host()));
    QTRY_COMPARE(keyringToken(key()), Token);
}

void UsesTest::theGitHubClisTokenIsTakenOver()
{
    m_github->addToken(Token, {User, {u"read:packages"_s, u"repo"_s}, false, {}});
    QVERIFY(writeGitHubCli("[ \"$1 $2\" = 'auth token' ] && echo " + Token + "\n"));
    Place place(options());
    QVERIFY(place.show());
    QVERIFY(Place::click(u"useGitHubButton"_s));
    QTRY_VERIFY(isListed(place, host()));
    QTRY_COMPARE(keyringToken(key()), Token);
}

void UsesTest::aSignedOutGitHubCliIsSaid()
{
    QVERIFY(writeGitHubCli("echo 'no oauth token' >&2\nexit 1\n"));
    Place place(options());
    QVERIFY(place.show());
    QVERIFY(Place::click(u"useGitHubButton"_s));
    QTRY_VERIFY(place.says(u"The GitHub CLI is not signed in"_s));
    place.picture(u"uses-gh-signed-out"_s);
    QVERIFY(!isListed(place, host()));
    QVERIFY(Place::click(u"signInButton"_s));
    QTRY_VERIFY(Place::shownWidget(u"tokenEdit"_s));
}

void UsesTest::aTokenWithoutThePackagesIsNotStored()
{
    m_github->addToken(Token, {User, {u"repo"_s, u"gist"_s}, false, {}});
    QVERIFY(writeGitHubCli("echo " + Token + "\n"));
    Browser browser;
    Place place(options());
    QVERIFY(place.show());
    QVERIFY(Place::click(u"useGitHubButton"_s));
    QTRY_VERIFY(place.says(u"does not reach packages"_s));
    QVERIFY(place.says(u"read:packages"_s));
    QCOMPARE(keyringToken(key()), QByteArray());
    QVERIFY(!isListed(place, host()));
    QVERIFY(Place::click(u"browseButton"_s));
    QCOMPARE(browser.pages.size(), 1);
    QVERIFY2(browser.pages.constFirst().contains(u"scopes=read:packages,write:packages,delete:packages"_s),
        qPrintable(browser.pages.constFirst()));
}

void UsesTest::allAreTakenOverTogether()
{
    QVERIFY(writeLogin(u".docker/config.json"_s, Token));
    RegistryServer::Options more;
    more.htpasswdUser = User;
    more.htpasswdPassword = u"second"_s;
    const RegistryServer other(more);
    const QByteArray auth = QByteArray(User.toUtf8() + ":second").toBase64();
    QVERIFY(writeHome(u".policy/config.json"_s, "{\"auths\":{\"" + other.host().toUtf8() + "\":{\"auth\":\"" + auth + "\"}}}"));
    Place place(options());
    QVERIFY(place.show());
    QVERIFY(Place::click(u"useAllButton"_s));
    QTRY_VERIFY(isListed(place, host()));
    QTRY_VERIFY(isListed(place, other.host()));
    QTRY_COMPARE(keyringToken(key()), Token);
    QTRY_COMPARE(keyringToken(QString(User + u'@' + other.host())), QByteArray("second"));
}

} // namespace

PD_TEST(UsesTest)

#include "tst_uses.moc"
