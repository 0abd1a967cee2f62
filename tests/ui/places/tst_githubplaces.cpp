// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/services.h"
#include "placetest.h"
#include "secrets/credentialstore.h"
#include "shell/inspector.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/servers/fakegithub.h"
#include "support/servers/images.h"
#include "support/servers/registryserver.h"
#include "widgets/rowview.h"

#include <QScrollBar>

using namespace pd;
using namespace Qt::StringLiterals;
using namespace pd::test;

namespace {

const QString Login = u"john"_s;

QString digestOf(int number)
{
    return u"sha256:"_s + QString::number(number, 16).rightJustified(64, u'0');
}

/// A GitHub registry in the window: owners, packages, tags, plans, visibility, with GitHub's API in memory beside a real registry.
class GitHubPlacesTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<RegistryServer> m_registry;
    std::unique_ptr<FakeGitHub> m_github;
    std::unique_ptr<Place> m_place;
    std::unique_ptr<Browser> m_browser;

    [[nodiscard]] QString host() const { return m_registry->host(); }
    void start(const QStringList &scopes);
    void signIn(const QStringList &scopes);
    [[nodiscard]] QStringList rows(const QString &viewId) const;
    [[nodiscard]] QString inspectorText() const;

private Q_SLOTS:
    void init();
    void cleanup();
    void theTreeShowsTheOwnersOneBelongsTo();
    void anOwnersTableTellsWhatIsPublic();
    void visibilityIsChangedOnGitHubsPage();
    void tagsComeAsTheyAreScrolledTo();
    void aVersionsPlanNamesEveryTag();
    void theLastTaggedVersionGoesWithThePackage();
    void aMissingScopeIsNamedAndItsPageOpened();
    void deleteOnATagIsAPlan();
    void aPublicImageNeedsNoAccount();
    void withoutAnAccountTheTreeSaysSo();
};

void GitHubPlacesTest::init()
{
    m_registry = std::make_unique<RegistryServer>();
    m_github = std::make_unique<FakeGitHub>();
    m_browser = std::make_unique<Browser>();
    m_github->addUser(Login);
    m_github->addOrganization(u"acme"_s, {Login});
    m_github->addPackage(u"acme"_s, u"rbac"_s, u"private"_s, u"acme/policies"_s);
    m_github->addPackage(u"acme"_s, u"open"_s, u"public"_s);
    m_github->addPackage(Login, u"mine"_s, u"private"_s);
    m_github->addVersion(Login, u"mine"_s, digestOf(900), {u"0.1.0"_s});
    m_github->addVersion(u"acme"_s, u"open"_s, digestOf(800), {u"3.1.4"_s});
}

void GitHubPlacesTest::cleanup()
{
    m_place.reset();
    m_browser.reset();
    m_github.reset();
    m_registry.reset();
}

void GitHubPlacesTest::start(const QStringList &scopes)
{
    desk::Settings settings;
    settings.registries = {{host(), Login, {u"acme"_s}, false, {}}};
    m_place = std::make_unique<Place>(PlaceOptions{.githubApi = {{host(), m_github->base().toString()}}, .settings = settings});
    if (!scopes.isEmpty())
        signIn(scopes);
    QVERIFY(m_place->show());
}

void GitHubPlacesTest::signIn(const QStringList &scopes)
{
    const QByteArray token = "ghp_john";
    m_github->addToken(token, {Login, scopes, false, {}});
    const auto kept = await(callIn(m_place->engineThread(), [this, token]() -> Task<Result<void>> {
        secrets::Account account;
        account.host = m_registry->host();
        account.user = Login;
        account.token = Secret(QByteArray(token.constData(), token.size()));
        m_place->services().forget(m_registry->host());
        return m_place->services().credentials.signIn(std::move(account), secrets::CredentialStore::Keep::UntilQuit, {});
    }));
    VERIFY_RESULT(kept);
    Q_EMIT m_place->verbs().accountsChanged();
}

QStringList GitHubPlacesTest::rows(const QString &viewId) const
{
    QStringList texts;
    const auto *view = Place::shown<QAbstractItemView>(viewId);
    for (int row = 0; view && row < view->model()->rowCount(); ++row)
        texts.append(view->model()->index(row, 0).data().toString());
    return texts;
}

QString GitHubPlacesTest::inspectorText() const
{
    QStringList words;
    const models::InspectorContent content = m_place->window().inspector()->content();
    for (const models::InspectorSection &section : content.sections) {
        words << section.title << section.text;
        for (const models::FactValue &fact : section.facts)
            words << fact.label << fact.value;
    }
    return words.join(u'\n');
}

void GitHubPlacesTest::theTreeShowsTheOwnersOneBelongsTo()
{
    start({u"read:packages"_s});
    QVERIFY(m_place->chooseInTree(host()));
    QTRY_VERIFY(m_place->tree().contains(Login));
    QVERIFY(m_place->tree().contains(u"acme"_s));
    QVERIFY(m_place->tree().indexOf(Login) < m_place->tree().indexOf(u"acme"_s)); // one's own first
    QVERIFY(m_place->chooseInTree(u"acme"_s));
    QTRY_VERIFY(m_place->tree().contains(u"rbac"_s));
    QVERIFY(m_place->tree().contains(u"open"_s));
    m_place->picture(u"github-owner"_s);
    // An owner whose image was opened by its name is there from then on.
    m_github->addOrganization(u"northwind"_s, {Login});
    m_github->addPackage(u"northwind"_s, u"edge"_s, u"private"_s);
    m_place->desk().openArgument(host() + u"/northwind/edge:1"_s);
    QTRY_VERIFY(m_place->tree().contains(u"northwind"_s));
}

void GitHubPlacesTest::anOwnersTableTellsWhatIsPublic()
{
    m_github->addVersion(u"acme"_s, u"rbac"_s, digestOf(1), {u"1.9.0"_s});
    m_github->addVersion(u"acme"_s, u"rbac"_s, digestOf(2), {u"1.10.0"_s, u"latest"_s});
    start({u"read:packages"_s});
    m_place->desk().open(u"owner:"_s + host() + u"/acme"_s);
    QTRY_COMPARE(rows(u"packagesView"_s).size(), 2);
    const auto *view = Place::shown<QAbstractItemView>(u"packagesView"_s);
    const auto line = [view](const QString &name) {
        const QModelIndex at = view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, name).value(0);
        QStringList cells;
        for (int column = 0; column < view->model()->columnCount(); ++column)
            cells.append(at.siblingAtColumn(column).data().toString());
        return cells;
    };
    QTRY_VERIFY(line(u"rbac"_s).contains(u"1.10.0"_s)); // by number, not by letter
    QTRY_VERIFY(line(u"open"_s).contains(u"3.1.4"_s));
    QVERIFY(Place::click(u"privateChip"_s));
    QTRY_COMPARE(rows(u"packagesView"_s), QStringList{u"rbac"_s});
    QVERIFY(Place::click(u"publicChip"_s));
    QTRY_COMPARE(rows(u"packagesView"_s), QStringList{u"open"_s});
}

void GitHubPlacesTest::visibilityIsChangedOnGitHubsPage()
{
    start({u"read:packages"_s});
    m_place->desk().open(u"owner:"_s + host() + u"/acme"_s);
    QTRY_COMPARE(rows(u"packagesView"_s).size(), 2);
    QVERIFY(Place::clickRow(u"packagesView"_s, u"rbac"_s));
    QTRY_VERIFY(m_place->offers().contains(u"visibility"_s));
    QVERIFY(inspectorText().contains(u"no (private)"_s));
    QVERIFY(inspectorText().contains(u"GitHub changes that on its own page alone"_s));
    QVERIFY(Place::click(u"visibilityButton"_s));
    QCOMPARE(m_browser->pages.size(), 1);
    QVERIFY2(m_browser->pages.first().endsWith(u"/orgs/acme/packages/container/rbac/settings"_s), qPrintable(m_browser->pages.first()));
    QTRY_VERIFY(Place::says(u"it has no programming interface for it"_s));
    m_place->picture(u"github-visibility"_s);
    // A package that was opened without its owner's list has it too.
    m_place->desk().open(u"package:"_s + host() + u"/john/mine"_s);
    QTRY_VERIFY(m_place->offers().contains(u"visibility"_s));
}

void GitHubPlacesTest::tagsComeAsTheyAreScrolledTo()
{
    for (int i = 0; i < 250; ++i)
        m_github->addVersion(u"acme"_s, u"rbac"_s, digestOf(i + 1), {u"1.0.%1"_s.arg(i)});
    start({u"read:packages"_s});
    const QByteArray list = "/orgs/acme/packages/container/rbac/versions";
    m_place->desk().open(u"package:"_s + host() + u"/acme/rbac"_s);
    QTRY_COMPARE(rows(u"tagsView"_s).size(), 100);
    QTRY_VERIFY(Place::says(u"100 tags on 100 versions so far"_s));
    m_place->picture(u"github-tags"_s);
    QCOMPARE(rows(u"tagsView"_s).first(), u"1.0.249"_s); // the newest first
    QCOMPARE(m_github->server().count("GET", list), 1);
    QScrollBar *bar = Place::shown<QAbstractItemView>(u"tagsView"_s)->verticalScrollBar();
    bar->setValue(bar->maximum());
    QTRY_COMPARE(rows(u"tagsView"_s).size(), 200);
    QTRY_COMPARE(m_github->server().count("GET", list), 2);
    bar->setValue(bar->maximum());
    QTRY_COMPARE(rows(u"tagsView"_s).size(), 250);
    QTRY_VERIFY(Place::says(u"250 tags on 250 versions"_s));
    QVERIFY(!Place::says(u"so far"_s));
    // A tag that is asked for by its name is there, on whatever page.
    m_place->desk().open(u"start"_s);
    m_place->desk().open(u"package:"_s + host() + u"/john/mine"_s);
    m_place->desk().open(u"package:"_s + host() + u"/acme/rbac:1.0.3"_s);
    QTRY_VERIFY(rows(u"tagsView"_s).contains(u"1.0.3"_s));
    QTRY_COMPARE(m_place->window().inspector()->content().title, u"1.0.3"_s);
}

void GitHubPlacesTest::aVersionsPlanNamesEveryTag()
{
    m_github->addVersion(u"acme"_s, u"rbac"_s, digestOf(1), {u"1.0.0"_s});
    m_github->addVersion(u"acme"_s, u"rbac"_s, digestOf(2), {u"1.1.0"_s, u"1.1"_s, u"latest"_s});
    start({u"read:packages"_s, u"delete:packages"_s});
    m_place->desk().open(u"package:"_s + host() + u"/acme/rbac"_s);
    QTRY_COMPARE(rows(u"tagsView"_s).size(), 4);
    QVERIFY(Place::clickRow(u"tagsView"_s, u"1.1.0"_s));
    QVERIFY(Place::click(u"deleteButton"_s));
    QTRY_VERIFY(Place::shownWidget(u"planView"_s));
    QTRY_VERIFY(m_place->offers().contains(u"accept"_s));
    const QString sentence = m_place->window().inspector()->content().sentence.toPlainText();
    for (const QString &tag : {u"1.1.0"_s, u"1.1"_s, u"latest"_s})
        QVERIFY2(sentence.contains(tag), qPrintable(sentence));
    QVERIFY(!sentence.contains(u"1.0.0"_s));
    m_place->picture(u"github-plan"_s);
    QCOMPARE(m_github->versions(u"acme"_s, u"rbac"_s).size(), 2); // nothing has gone yet
    QVERIFY(Place::click(u"acceptButton"_s));
    QTRY_COMPARE(rows(u"tagsView"_s), QStringList{u"1.0.0"_s});
}

void GitHubPlacesTest::theLastTaggedVersionGoesWithThePackage()
{
    m_github->addVersion(u"acme"_s, u"rbac"_s, digestOf(1), {u"1.0.0"_s});
    m_github->addVersion(u"acme"_s, u"rbac"_s, digestOf(2), {});
    start({u"read:packages"_s, u"delete:packages"_s});
    m_place->desk().open(u"package:"_s + host() + u"/acme/rbac"_s);
    QVERIFY(Place::clickRow(u"tagsView"_s, u"1.0.0"_s));
    QVERIFY(Place::click(u"deleteButton"_s));
    QTRY_VERIFY(Place::says(u"This cannot be deleted"_s));
    m_place->picture(u"github-last-tagged"_s);
    QVERIFY(!Place::isOffered(u"acceptButton"_s));
    QVERIFY(Place::click(u"planDeletePackageButton"_s));
    QTRY_COMPARE(m_place->window().inspector()->content().title, u"Delete the package"_s);
    QVERIFY(Place::click(u"acceptButton"_s));
    QTRY_VERIFY(!m_github->visibility(u"acme"_s, u"rbac"_s));
}

void GitHubPlacesTest::aMissingScopeIsNamedAndItsPageOpened()
{
    m_github->addVersion(u"acme"_s, u"rbac"_s, digestOf(1), {u"1.0.0"_s});
    m_github->addVersion(u"acme"_s, u"rbac"_s, digestOf(2), {u"1.1.0"_s});
    start({u"read:packages"_s, u"write:packages"_s});
    m_place->desk().open(u"plan:"_s + host() + u"/acme/rbac:1.0.0"_s);
    QTRY_VERIFY(Place::says(u"delete:packages"_s));
    m_place->picture(u"github-scope"_s);
    QVERIFY(!Place::isOffered(u"acceptButton"_s));
    QVERIFY(Place::click(u"openTokenPageButton"_s));
    QCOMPARE(m_browser->pages.size(), 1);
    QVERIFY2(m_browser->pages.first().contains(u"delete:packages"_s), qPrintable(m_browser->pages.first()));
    QVERIFY(m_browser->pages.first().contains(u"/settings/tokens/new"_s));
}

void GitHubPlacesTest::deleteOnATagIsAPlan()
{
    m_github->addVersion(u"acme"_s, u"rbac"_s, digestOf(1), {u"1.0.0"_s});
    m_github->addVersion(u"acme"_s, u"rbac"_s, digestOf(2), {u"1.1.0"_s});
    start({u"read:packages"_s, u"delete:packages"_s});
    m_place->desk().open(u"package:"_s + host() + u"/acme/rbac"_s);
    QVERIFY(Place::clickRow(u"tagsView"_s, u"1.0.0"_s));
    QTest::keyClick(Place::shown<QAbstractItemView>(u"tagsView"_s), Qt::Key_Delete);
    QTRY_VERIFY(Place::shownWidget(u"planView"_s));
    QTRY_COMPARE(m_place->window().inspector()->content().kind, u"Plan"_s);
    // Seen, not done: Escape leaves everything as it was.
    QTRY_VERIFY(Place::shownWidget(u"acceptButton"_s));
    QTest::keyClick(Place::shownWidget(u"planView"_s), Qt::Key_Escape);
    QTRY_COMPARE(rows(u"tagsView"_s).size(), 2);
    QCOMPARE(m_github->versions(u"acme"_s, u"rbac"_s).size(), 2);
}

void GitHubPlacesTest::aPublicImageNeedsNoAccount()
{
    start({});
    const auto job = imageJob(host(), u"acme/open"_s, {u"3.1.4"_s}, QByteArray("not a real bundle"));
    const auto pushed = await(callIn(m_place->engineThread(), [this, job]() -> Task<Result<registry::PushReport>> {
        static NoProgress quiet;
        return m_place->services().registry.push(job, quiet, {});
    }));
    VERIFY_RESULT(pushed);
    QVERIFY(Place::type(u"referenceEdit"_s, host() + u"/acme/open:3.1.4"_s));
    QTest::keyClick(Place::shownWidget(u"referenceEdit"_s), Qt::Key_Return);
    QTRY_COMPARE(rows(u"tagsView"_s), QStringList{u"3.1.4"_s});
    QTRY_COMPARE(m_place->window().inspector()->content().title, u"3.1.4"_s);
    QTRY_VERIFY(!m_place->window().inspector()->content().digest.isEmpty()); // read from the registry itself
    m_place->picture(u"github-public"_s);
    QVERIFY(m_place->offers().contains(u"pull"_s));
    QVERIFY(m_github->server().requests().isEmpty()); // GitHub's API tells nothing without an account, and is not asked
}

void GitHubPlacesTest::withoutAnAccountTheTreeSaysSo()
{
    desk::Settings settings;
    settings.registries = {{host(), {}, {}, false, {}}};
    m_place = std::make_unique<Place>(PlaceOptions{.githubApi = {{host(), m_github->base().toString()}}, .settings = settings});
    QVERIFY(m_place->show());
    QVERIFY(m_place->chooseInTree(host()));
    QTRY_VERIFY(Place::says(u"GitHub lists packages to accounts only"_s));
    m_place->picture(u"github-no-account"_s);
    QVERIFY(Place::click(u"signInButton"_s));
    QTRY_VERIFY(Place::shownWidget(u"tokenEdit"_s));
}

} // namespace

PD_TEST(GitHubPlacesTest)

#include "tst_githubplaces.moc"
