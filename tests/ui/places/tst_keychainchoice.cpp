// SPDX-License-Identifier: GPL-3.0-or-later
#include "placetest.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/servers/registryserver.h"

#include <QCheckBox>
#include <QDirIterator>
#include <QFile>

using namespace pd;
using namespace Qt::StringLiterals;
using namespace pd::test;

namespace {

const QString User = u"mira"_s;
const QByteArray Token = "ghp_locked_away";
const QByteArray KeyringPassword = "test"; // as support/desktop.py unlocks it

bool lockKeyring()
{
    return output(u"dbus-send"_s,
        {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
            u"org.freedesktop.Secret.Service.Lock"_s, u"array:objpath:/org/freedesktop/secrets/collection/login"_s})
        .has_value();
}

/// Gives keys to the keyring's own window, again where they came too early, until `answered`.
bool answerPrompt(const QList<QStringList> &steps, const std::function<bool()> &answered)
{
    const QStringList find{u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"gcr-prompter"_s, u"windowfocus"_s, u"--sync"_s};
    return QTest::qWaitFor(
        [&] {
            if (answered())
                return true;
            if (output(u"xdotool"_s, find)) {
                for (const QStringList &step : steps)
                    std::ignore = output(u"xdotool"_s, step);
            }
            return QTest::qWaitFor(answered, 2'000);
        },
        30'000);
}

bool dismissPrompt(const std::function<bool()> &dismissed)
{
    return answerPrompt({{u"key"_s, u"Escape"_s}}, dismissed);
}

bool unlockPrompt(const std::function<bool()> &unlocked)
{
    return answerPrompt({{u"key"_s, u"ctrl+a"_s}, {u"type"_s, QString::fromLatin1(KeyringPassword)}, {u"key"_s, u"Return"_s}}, unlocked);
}

/// The token in any file of the home or of /tmp's part of it: where it must never be.
QStringList filesWith(const QByteArray &token)
{
    QStringList found;
    QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(token))
            found.append(file.fileName());
    }
    return found;
}

/// The keychain locked, at its real prompt: a choice in the window, and never clear text.
class KeychainChoiceTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<RegistryServer> m_registry;

    [[nodiscard]] QString host() const { return m_registry->host(); }
    [[nodiscard]] QString key() const { return User + u'@' + host(); }
    [[nodiscard]] bool fillForm(Place &place) const
    {
        place.desk().open(u"signin:"_s + host());
        return QTest::qWaitFor([] { return Place::shownWidget(u"tokenEdit"_s) != nullptr; }) && Place::type(u"userEdit"_s, User)
            && Place::type(u"tokenEdit"_s, QString::fromLatin1(Token));
    }
    [[nodiscard]] desk::Settings listed() const
    {
        desk::Settings settings;
        settings.registries = {{host(), {}, {}, false, {}}};
        return settings;
    }
    /// Signs in with the keychain open, then locks it.
    [[nodiscard]] bool signInAndLock(Place &place) const
    {
        return fillForm(place) && Place::click(u"acceptButton"_s)
            && QTest::qWaitFor([this] { return keyringToken(key()) == Token; }, 20'000) && lockKeyring();
    }

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void theFormOffersToKeepUntilQuit();
    void theFormAsksAgain();
    void aListAsksOnceAndOffersTheChoice();
    void anActOffersTheChoice();
    void signingOutWhileLockedIsAChoice();
};

void KeychainChoiceTest::initTestCase()
{
    RegistryServer::Options options;
    options.htpasswdUser = User;
    options.htpasswdPassword = QString::fromLatin1(Token);
    m_registry = std::make_unique<RegistryServer>(options);
}

void KeychainChoiceTest::cleanup()
{
    QFile::remove(QDir::homePath() + u"/.config/policydesk/accounts.json"_s);
}

void KeychainChoiceTest::theFormOffersToKeepUntilQuit()
{
    Place place;
    QVERIFY(place.show());
    QVERIFY(lockKeyring());
    QVERIFY(fillForm(place));
    QVERIFY(Place::click(u"acceptButton"_s));
    QVERIFY(dismissPrompt([] { return Place::says(u"The keychain stayed locked"_s); }));
    place.picture(u"keychain-form"_s);
    QVERIFY(Place::says(u"Nothing was written in clear text"_s));
    QVERIFY(Place::shownWidget(u"unlockKeychainButton"_s));
    QVERIFY(Place::shownWidget(u"cancelSignInButton"_s));
    QVERIFY(Place::click(u"keepUntilQuitButton"_s));
    QTRY_VERIFY(Place::says(u"seen as mira"_s));
    QCOMPARE(filesWith(Token), QStringList());
    // The token in memory works.
    QTRY_VERIFY(m_registry->count("GET /v2/_catalog") > 0);
    QTRY_VERIFY(Place::says(u"No packages yet"_s));
}

void KeychainChoiceTest::theFormAsksAgain()
{
    Place place;
    QVERIFY(place.show());
    QVERIFY(lockKeyring());
    QVERIFY(fillForm(place));
    QVERIFY(Place::click(u"acceptButton"_s));
    QVERIFY(dismissPrompt([] { return Place::says(u"The keychain stayed locked"_s); }));
    QVERIFY(Place::click(u"unlockKeychainButton"_s));
    QVERIFY(unlockPrompt([] { return Place::says(u"seen as mira"_s); }));
    QCOMPARE(keyringToken(key()), Token);
    QCOMPARE(filesWith(Token), QStringList());
}

void KeychainChoiceTest::aListAsksOnceAndOffersTheChoice()
{
    {
        Place place;
        QVERIFY(place.show());
        QVERIFY(signInAndLock(place));
    }
    // The next start, with the keychain still locked.
    Place place({.settings = listed()});
    QVERIFY(place.show());
    place.desk().open(u"registry:"_s + host());
    QVERIFY(dismissPrompt([] { return Place::says(u"The keychain stayed locked"_s); }));
    place.picture(u"keychain-list"_s);
    // What goes on reading in the background does not put the question again: it fails at once.
    place.desk().open(u"package:"_s + host() + u"/acme/rbac"_s);
    QTRY_VERIFY(Place::says(u"The keychain stayed locked"_s));
    QVERIFY(!output(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"gcr-prompter"_s}));
    place.desk().open(u"registry:"_s + host());
    // The other way on: a token that is kept until quit.
    QVERIFY(Place::click(u"keepUntilQuitButton"_s));
    QTRY_VERIFY(Place::shownWidget(u"untilQuitBox"_s));
    QVERIFY(Place::shown<QCheckBox>(u"untilQuitBox"_s)->isChecked());
    place.desk().open(u"registry:"_s + host());
    // Asked again, and answered.
    QVERIFY(Place::click(u"unlockKeychainButton"_s));
    QVERIFY(unlockPrompt([] { return Place::says(u"No packages yet"_s); }));
}

void KeychainChoiceTest::anActOffersTheChoice()
{
    {
        Place place;
        QVERIFY(place.show());
        QVERIFY(signInAndLock(place));
    }
    Place place({.settings = listed()});
    QVERIFY(place.show());
    desk::Operation *pull = place.verbs().pull({host() + u"/acme/rbac:1.0.0"_s});
    QVERIFY(dismissPrompt([] { return Place::shownWidget(u"errorDialog"_s) != nullptr || Place::says(u"The keychain stayed locked"_s); }));
    place.picture(u"keychain-act"_s);
    QVERIFY(Place::shownWidget(u"keepUntilQuitButton"_s));
    QVERIFY(Place::click(u"unlockKeychainButton"_s));
    // The act goes on where it was: the registry has no such image, and says so.
    QVERIFY(unlockPrompt([pull] { return pull->state() == desk::Operation::State::Failed && pull->error()->kind == ErrorKind::NotFound; }));
}

void KeychainChoiceTest::signingOutWhileLockedIsAChoice()
{
    Place place;
    QVERIFY(place.show());
    QVERIFY(signInAndLock(place));
    const desk::Operation *operation = place.verbs().signOut(host());
    QVERIFY(dismissPrompt([] { return Place::says(u"Still signed in"_s); }));
    place.picture(u"keychain-sign-out"_s);
    QVERIFY(!Place::shownWidget(u"keepUntilQuitButton"_s)); // there is nothing to keep
    QVERIFY(Place::click(u"unlockKeychainButton"_s));
    QVERIFY(unlockPrompt([operation] { return operation->state() == desk::Operation::State::Done; }));
    QCOMPARE(keyringToken(key()), QByteArray());
}

} // namespace

PD_TEST(KeychainChoiceTest)

#include "tst_keychainchoice.moc"
