// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes.h"

#include "samples.h"
#include "shell/activitypanel.h"
#include "shell/gotoanything.h"
#include "shell/history.h"
#include "shell/mainwindow.h"
#include "shell/navigationtree.h"
#include "shell/panehost.h"
#include "panes/trypane.h"
#include "shell/startpage.h"
#include "tryscene.h"
#include "widgets/actionmenu.h"
#include "widgets/card.h"
#include "widgets/chip.h"
#include "widgets/commandbox.h"
#include "widgets/controls.h"
#include "widgets/emptystate.h"
#include "widgets/errorcard.h"
#include "widgets/icons.h"
#include "widgets/iconview.h"
#include "widgets/rowview.h"
#include "widgets/sentencelabel.h"
#include "widgets/strips.h"
#include "widgets/theme.h"
#include "widgets/tokenfield.h"

#include <QtWidgets>

namespace pd::gallery {

using namespace pd::ui;
using models::Sentence;
using namespace Qt::StringLiterals;

namespace {

const QList<TabValue> PackageTabs
    = {{u"tags"_s, u"Tags"_s}, {u"source"_s, u"Source"_s}, {u"try"_s, u"Try"_s}, {u"tests"_s, u"Tests"_s}, {u"compare"_s, u"Compare"_s}};

QWidget *toolRow(QWidget *parent, QHBoxLayout **row)
{
    auto *bar = new QWidget(parent);
    bar->setFixedHeight(px(48));
    *row = new QHBoxLayout(bar);
    (*row)->setContentsMargins(margins(px(16), 0, px(8), 0));
    (*row)->setSpacing(px(8));
    return bar;
}

QWidget *tagPage(bool stale, QWidget *above = nullptr)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (above) {
        auto *room = new QHBoxLayout;
        room->setContentsMargins(px(16), px(16), px(16), px(8));
        room->addWidget(above);
        column->addLayout(room);
    }
    QHBoxLayout *row = nullptr;
    column->addWidget(toolRow(page, &row));
    QLineEdit *filter = makeField(u"view-filter"_s, u"Filter tags"_s, u"Filter tags"_s, page);
    filter->setObjectName(u"filterEdit"_s);
    filter->setFixedWidth(px(240));
    row->addWidget(filter);
    row->addWidget(makeLabel(u"31 tags on 27 versions"_s, Type::Small, Role::Text2, page));
    row->addStretch(1);
    row->addWidget(makeLabel(u"Reading details, 14 of 22 in sight"_s, Type::Small, Role::Text2, page));
    row->addWidget(makeIconButton(u"view-refresh"_s, u"Refresh"_s, page));
    auto *view = new RowView(RowView::Layout::Table, u"Remote packages"_s, page);
    view->setObjectName(u"tagsView"_s);
    view->setModel(tags(view, stale));
    view->setColumnWidths({200, 144, 128, 112, 96});
    view->setDropOrder({3, 4});
    view->header()->setSortIndicatorShown(true);
    view->header()->setSortIndicator(2, Qt::DescendingOrder);
    view->selectId(u"2.1.0"_s);
    column->addWidget(view, 1);
    auto *strip = new PinnedStrip(page);
    strip->setContent(u"321 versions without a tag"_s,
        u"208 part of 2.x or 1.x   ·   59 signatures   ·   47 left by latest   ·   7 unused"_s,
        {.id = u"cleanUp"_s, .label = u"Clean up…"_s}, true);
    column->addWidget(strip);
    return page;
}

QWidget *titledPage(const QString &title, const QString &words, const QString &action, const QString &icon, const QList<QWidget *> &chips,
    const QString &filterText, RowView *view)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(0);
    QHBoxLayout *head = nullptr;
    column->addWidget(toolRow(page, &head));
    head->addWidget(makeLabel(title, Type::Title, Role::Text, page));
    auto *small = makeLabel(words, Type::Small, Role::Text2, page);
    small->setContentsMargins(0, px(5), 0, 0);
    head->addWidget(small);
    head->addStretch(1);
    auto *button = makeButton(action, ButtonKind::Flat, page);
    button->setIcon(ui::icon(icon, Role::Text));
    head->addWidget(button);
    head->addWidget(makeIconButton(u"view-refresh"_s, u"Refresh"_s, page));
    QHBoxLayout *row = nullptr;
    QWidget *bar = toolRow(page, &row);
    bar->setFixedHeight(px(40));
    column->addWidget(bar);
    auto *group = new QButtonGroup(page);
    for (QWidget *chip : chips) {
        chip->setParent(bar);
        group->addButton(static_cast<Chip *>(chip));
        row->addWidget(chip);
    }
    static_cast<Chip *>(chips.first())->setChecked(true);
    row->addStretch(1);
    QLineEdit *filter = makeField(u"view-filter"_s, filterText, filterText, page);
    filter->setFixedWidth(px(216));
    row->addWidget(filter);
    row->addSpacing(px(8));
    column->addSpacing(px(8));
    view->setParent(page);
    column->addWidget(view, 1);
    return page;
}

QWidget *formRow(QFormLayout *, const QString &label, QWidget *field, QGridLayout *grid, int row)
{
    auto *words = makeLabel(label, Type::Body, Role::Text2, field->parentWidget());
    words->setContentsMargins(0, px(8), 0, 0);
    grid->addWidget(words, row, 0, Qt::AlignTop);
    grid->addWidget(field, row, 1);
    return field;
}

QWidget *checkLine(const QString &icon, Role role, const QString &words, const QString &note, const QString &action, QWidget *parent)
{
    auto *line = new QWidget(parent);
    line->setFixedHeight(px(28));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(margins(px(12), 0, px(4), 0));
    row->setSpacing(px(8));
    row->addWidget(new IconView(icon, role, 16, line));
    row->addWidget(makeLabel(words, Type::Body, Role::Text, line));
    row->addWidget(makeLabel(note, Type::Body, Role::Text2, line));
    row->addStretch(1);
    if (!action.isEmpty()) {
        auto *button = makeButton(action, ButtonKind::Link, line);
        setKind(button, ButtonKind::Link, true);
        row->addWidget(button);
    }
    return line;
}

QWidget *nextVersions(QWidget *form)
{
    auto *next = new QWidget(form);
    auto *nextRow = new QHBoxLayout(next);
    nextRow->setContentsMargins(0, 0, 0, 0);
    nextRow->addWidget(makeLabel(u"Next:"_s, Type::Body, Role::Text2, next));
    auto *chips = new QButtonGroup(next);
    for (const QString &text : {u"2.1.1 patch"_s, u"2.2.0 minor"_s, u"3.0.0 major"_s}) {
        auto *chip = new Chip(text, {}, -1, next);
        chips->addButton(chip);
        nextRow->addWidget(chip);
        chip->setChecked(text.endsWith(u"patch"_s));
    }
    nextRow->addStretch(1);
    return next;
}

QWidget *publishPage()
{
    auto *page = new QWidget;
    auto *outer = new QHBoxLayout(page);
    outer->setContentsMargins(px(32), px(24), px(32), px(24));
    auto *form = new QWidget(page);
    form->setMaximumWidth(px(744));
    outer->addWidget(form, 100);
    outer->addStretch(1);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeLabel(u"Publish rbac"_s, Type::Title, Role::Text, form));
    column->addSpacing(px(12));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(px(16));
    grid->setVerticalSpacing(px(12));
    grid->setColumnMinimumWidth(0, px(104));
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    auto *to = new QComboBox(form);
    to->setEditable(true);
    to->setAccessibleName(u"Destination"_s);
    to->addItem(ui::icon(u"server-database"_s), u"ghcr.io/acme/policy-rebac"_s);
    formRow(nullptr, u"To"_s, to, grid, 0);
    grid->addWidget(makeLabel(u"Public package, last published 2 h ago by mira from this folder"_s, Type::Body, Role::Text2, form), 1, 1);
    auto *tokens = new TokenField(u"Tags"_s, form);
    tokens->edit()->setObjectName(u"tagEdit"_s);
    tokens->setPlaceholder(u"Add a tag"_s);
    tokens->setTokens({u"2.1.1"_s, u"2.1"_s, u"2"_s, u"latest"_s});
    formRow(nullptr, u"Tags"_s, tokens, grid, 2);
    QWidget *next = nextVersions(form);
    grid->addWidget(next, 3, 1);
    auto *options = new QWidget(form);
    auto *optionsRow = new QHBoxLayout(options);
    optionsRow->setContentsMargins(0, 0, 0, 0);
    optionsRow->setSpacing(px(32));
    auto *sign = new QCheckBox(u"Sign with key “release”"_s, options);
    sign->setChecked(true);
    optionsRow->addWidget(sign);
    optionsRow->addWidget(new QCheckBox(u"Include tests"_s, options));
    optionsRow->addStretch(1);
    auto *more = makeButton(u"More"_s, ButtonKind::Flat, options);
    more->setIcon(ui::icon(u"arrow-right"_s));
    optionsRow->addWidget(more);
    formRow(nullptr, u"Options"_s, options, grid, 4);
    auto *checks = new Card(Card::Kind::Raised, form);
    auto *rows = new QVBoxLayout(checks);
    rows->setContentsMargins(margins(0, px(4), px(0), px(4)));
    rows->setSpacing(0);
    rows->addWidget(checkLine(u"checkmark"_s, Role::Ok, u"Builds with OPA 1.22.2"_s, u"12 files, 17.9 KiB"_s, {}, checks));
    rows->addWidget(checkLine(u"checkmark"_s, Role::Ok, u"48 tests pass"_s, u"91 % of lines covered"_s, {}, checks));
    rows->addWidget(
        checkLine(u"window-close"_s, Role::Err, u"2 files are not formatted"_s, u"does not stop publishing"_s, u"Format them"_s, checks));
    rows->addWidget(
        checkLine(u"pd-circle"_s, Role::Text3, u"Loads in OPA 1.4.2"_s, u"not checked; used by acme/edge"_s, u"Check now"_s, checks));
    formRow(nullptr, u"Checks"_s, checks, grid, 5);
    auto *card = new Card(Card::Kind::Sentence, form);
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins(px(16), px(10), px(16), px(10));
    auto *sentence = new SentenceLabel(card);
    sentence->setSentence(Sentence::of(
        u"Publish %1 to %2, signed with key “release”. %3, %4 and %5 move there from %6, which stays as 2.1.0. Anyone can pull it.",
        {Sentence::bold(u"2.1.1"_s), Sentence::plain(u"ghcr.io/acme/policy-rebac"_s), Sentence::bold(u"2.1"_s), Sentence::bold(u"2"_s),
            Sentence::bold(u"latest"_s), Sentence::mono(u"4f2c9a18d0b3"_s)}));
    inner->addWidget(sentence);
    grid->addItem(new QSpacerItem(1, px(4)), 6, 1);
    grid->addWidget(card, 7, 1);
    auto *act = new QWidget(form);
    auto *actRow = new QHBoxLayout(act);
    actRow->setContentsMargins(0, 0, 0, 0);
    auto *publish = makeButton(
        models::ActionValue{.id = u"publish"_s, .label = u"Publish"_s, .icon = u"cloud-upload"_s, .rank = models::ActionRank::Primary},
        act);
    actRow->addWidget(publish);
    actRow->addWidget(makeButton(u"Build only"_s, ButtonKind::Secondary, act));
    actRow->addStretch(1);
    actRow->addWidget(makeLabel(u"Moved tags can be put back from the receipt"_s, Type::Body, Role::Text2, act));
    grid->addWidget(act, 8, 1);
    auto *command = new CommandBox(true, form);
    command->setCommand(u"policydeskctl publish ~/src/rbac ghcr.io/acme/policy-rebac \\\n  --tag 2.1.1,2.1,2,latest --sign release"_s);
    grid->addItem(new QSpacerItem(1, px(12)), 9, 1);
    formRow(nullptr, u"Same as"_s, command, grid, 10);
    column->addStretch(1);
    QTimer::singleShot(0, publish, [publish] { focusVisibly(publish); });
    return page;
}

void frame(MainWindow *window, const QString &place, const QList<models::Crumb> &crumbs)
{
    window->tree()->setSnapshot(tree());
    window->tree()->expand(u"ghcr.io"_s);
    window->tree()->expand(u"ghcr.io/acme"_s);
    window->setPlace(place, crumbs);
}

void packageFrame(MainWindow *window, bool stale = false, QWidget *above = nullptr)
{
    frame(window, u"ghcr.io/acme/policy-rebac"_s,
        {{u"ghcr.io"_s, u"ghcr.io"_s}, {u"ghcr.io/acme"_s, u"acme"_s}, {u"ghcr.io/acme/policy-rebac"_s, u"policy-rebac"_s}});
    window->history()->visit(u"x"_s);
    window->panes()->setPage(u"tags"_s, tagPage(stale, above));
    window->panes()->setTabs(PackageTabs, u"tags"_s);
    window->panes()->setHead({u"Public"_s, u"globe"_s, models::BadgeTone::Ok},
        {{.id = u"open"_s, .label = u"Open in the browser"_s, .icon = u"open-link"_s},
            {.id = u"more"_s, .label = u"More"_s, .icon = u"overflow-menu"_s}});
    window->setInspector(tagInspector());
    window->setActivity(activity());
}

void focusTable(MainWindow *window)
{
    QTimer::singleShot(0, window, [window] {
        if (auto *view = window->panes()->findChild<RowView *>(u"tagsView"_s))
            focusVisibly(view);
    });
}

void owner(MainWindow *window)
{
    frame(window, u"ghcr.io/acme"_s, {{u"ghcr.io"_s, u"ghcr.io"_s}, {u"ghcr.io/acme"_s, u"acme"_s}});
    auto *view = new RowView(RowView::Layout::Table, u"Remote packages"_s);
    view->setModel(packages(view));
    view->setColumnWidths({226, 127, 113, 88, 120});
    view->header()->setSortIndicatorShown(true);
    view->header()->setSortIndicator(4, Qt::DescendingOrder);
    view->selectId(u"policy-rebac"_s);
    window->panes()->setPage(u"owner"_s,
        titledPage(u"acme"_s, u"organisation on ghcr.io, seen as @mira"_s, u"Copy as CSV"_s, u"edit-copy"_s,
            {new Chip(u"All"_s, {}, 37), new Chip(u"Public"_s, u"globe"_s, 4), new Chip(u"Private"_s, u"lock"_s, 31),
                new Chip(u"Internal"_s, u"view-institution"_s, 2)},
            u"Filter packages"_s, view));
    window->panes()->showPage(u"owner"_s);
    window->setInspector(packageInspector());
    window->setActivity(idle(u"Published acme/policy-rebac:2.1.0, 2 h ago"_s));
}

void local(MainWindow *window)
{
    frame(window, u"local"_s, {{u"local"_s, u"Local images"_s}});
    auto *view = new RowView(RowView::Layout::Table, u"Local images"_s);
    view->setModel(images(view));
    view->setColumnWidths({286, 128, 112, 84});
    view->expandAll();
    view->selectId(u"ghcr.io/acme/policy-rebac:2.1.1-dev"_s);
    window->panes()->setPage(u"local"_s,
        titledPage(u"Local images"_s, u"11 images, 3.8 MiB, in ~/.local/share/policydesk and ~/.policy"_s, u"Import…"_s,
            u"document-import"_s,
            {new Chip(u"All"_s, {}, 11), new Chip(u"Only here"_s, {}, 3), new Chip(u"Newer on the registry"_s, {}, 1)}, u"Filter images"_s,
            view));
    window->panes()->showPage(u"local"_s);
    window->setInspector(imageInspector());
    window->setActivity(activity());
    window->showToast({u"user-trash"_s, u"Removed policy-rebac:2.0.2 from this computer"_s, u"17.5 KiB"_s, u"1"_s});
    QTimer::singleShot(0, view, [view] { view->setFocus(Qt::MouseFocusReason); });
}

void startScene(MainWindow *window)
{
    window->tree()->setSnapshot(emptyTree());
    window->setPlace({}, {{u"start"_s, u"Start"_s}});
    auto *page = new StartPage;
    page->setContent(start());
    window->panes()->setPage(u"start"_s, page);
    window->panes()->showPage(u"start"_s);
    window->setInspector({});
    window->setActivity(idle(u"Nothing has been sent anywhere yet"_s));
    QTimer::singleShot(0, page, [page] { page->referenceEdit()->setFocus(Qt::TabFocusReason); });
}

void errorScene(MainWindow *window)
{
    auto *card = new ErrorCard;
    card->setNotice(expiredToken());
    QLineEdit *token = makeField(u"lock"_s, {}, u"Token"_s, card);
    token->setEchoMode(QLineEdit::Password);
    token->setText(u"123456789012345678901234"_s);
    token->setObjectName(u"tokenEdit"_s);
    card->setField(token);
    card->setDetailsShown(true);
    packageFrame(window, true, card);
    window->setInspector(tokenInspector());
    models::ActivitySnapshot waits = activity();
    waits.line.waits = true;
    waits.line.words = {u"Waits for a token, 1.2 of 1.9 MiB sent and kept"_s};
    waits.line.trailing = u"1 more waits"_s;
    window->setActivity(waits);
    QTimer::singleShot(0, token, [token] { token->setFocus(Qt::TabFocusReason); });
}

void publish(MainWindow *window)
{
    frame(window, u"folder/rbac"_s, {{u"folders"_s, u"Folders"_s}, {u"folder/rbac"_s, u"rbac"_s}});
    window->panes()->setPage(u"publish"_s, publishPage());
    window->panes()->setTabs({{u"publish"_s, u"Publish"_s}, {u"source"_s, u"Source"_s}, {u"try"_s, u"Try"_s}, {u"tests"_s, u"Tests"_s},
                                 {u"compare"_s, u"Compare"_s}},
        u"publish"_s);
    window->panes()->setHead({},
        {{.id = u"show"_s, .label = u"Show in the file manager"_s, .icon = u"document-open-folder"_s},
            {.id = u"more"_s, .label = u"More"_s, .icon = u"overflow-menu"_s}});
    window->setInspector(folderInspector());
    window->setActivity(idle(u"Built rbac in 0.3 s, nothing published yet"_s));
}

void noticePage(MainWindow *window, QWidget *page, const QString &name)
{
    frame(window, u"ghcr.io/acme"_s, {{u"ghcr.io"_s, u"ghcr.io"_s}, {u"ghcr.io/acme"_s, u"acme"_s}, {u"x"_s, name}});
    window->panes()->setPage(u"tags"_s, page);
    window->panes()->setTabs(PackageTabs, u"tags"_s);
    window->panes()->setHead({u"Private"_s, u"lock"_s, models::BadgeTone::Bare},
        {{.id = u"open"_s, .label = u"Open in the browser"_s, .icon = u"open-link"_s},
            {.id = u"more"_s, .label = u"More"_s, .icon = u"overflow-menu"_s}});
    window->setInspector({});
    window->setActivity(idle(u"Removed tag 0.1.0 from acme/old-demo, 3 d ago"_s));
}

void empty(MainWindow *window)
{
    auto *page = new EmptyState;
    page->setNotice(noTag());
    noticePage(window, page, u"old-demo"_s);
}

void deniedScene(MainWindow *window)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    auto *card = new ErrorCard(page);
    card->setNotice(denied());
    column->addWidget(card);
    column->addStretch(1);
    noticePage(window, page, u"edge-policies"_s);
}

void offline(MainWindow *window)
{
    packageFrame(window, true);
    auto *strip = new NoticeStrip;
    strip->setNotice(u"pd-offline"_s, u"No network since 14:05"_s, u"Pulls wait for it. All on this computer works."_s,
        {.id = u"retry"_s, .label = u"Try now"_s});
    window->panes()->setStrip(strip);
    focusTable(window);
    QTimer::singleShot(300, window, [window] {
        const QString net = u"needs the network"_s;
        popupActions({{.id = u"copy"_s, .label = u"Copy reference"_s, .icon = u"edit-copy"_s, .shortcut = u"Ctrl C"_s},
                         {.id = u"save"_s, .label = u"Save as .tar.gz…"_s, .icon = u"document-save-as"_s, .reason = u"would wait"_s}, {},
                         {.id = u"tag"_s, .label = u"Point a tag here…"_s, .icon = u"tag"_s, .enabled = false, .reason = net},
                         {.id = u"back"_s, .label = u"Roll back to this…"_s, .icon = u"edit-undo"_s, .enabled = false, .reason = net},
                         {.id = u"copyTo"_s, .label = u"Copy to…"_s, .icon = u"cloud-upload"_s, .reason = u"would wait"_s},
                         {.id = u"delete"_s,
                             .label = u"Delete this version…"_s,
                             .icon = u"user-trash"_s,
                             .enabled = false,
                             .reason = net,
                             .rank = models::ActionRank::Danger}},
            window, window->mapToGlobal(QPoint(600, 380)), [](const QString &) { });
    });
}

void package(MainWindow *window)
{
    packageFrame(window);
    focusTable(window);
}

void activityScene(MainWindow *window)
{
    packageFrame(window);
    window->setActivityShown(true);
}

void goToScene(MainWindow *window)
{
    packageFrame(window);
    window->setGoToSource([] { return goTo(); });
    QTimer::singleShot(100, window, [window] {
        window->openGoTo();
        window->goToAnything()->edit()->setText(u"rebac"_s);
    });
}

void details(MainWindow *window)
{
    package(window);
    QTimer::singleShot(50, window, [window] { window->toggleInspector(); });
}

void plan(MainWindow *window)
{
    packageFrame(window);
    window->setInspector(planInspector());
}

template <TrySample Sample>
void tryScene(MainWindow *window)
{
    packageFrame(window);
    window->panes()->setPage(u"try"_s, tryPane(Sample));
    window->panes()->setTabs(PackageTabs, u"try"_s);
    window->setActivity(idle(u"OPA 1.22.2 is running with policy-rebac 2.1.0, private socket"_s));
}

struct Scene {
    QString name;
    void (*show)(MainWindow *);
};

const QList<Scene> &all()
{
    static const QList<Scene> scenes = {{u"package"_s, package}, {u"owner"_s, owner}, {u"publish"_s, publish}, {u"start"_s, startScene},
        {u"local"_s, local}, {u"error"_s, errorScene}, {u"activity"_s, activityScene}, {u"goto"_s, goToScene}, {u"empty"_s, empty},
        {u"denied"_s, deniedScene}, {u"offline"_s, offline}, {u"details"_s, details}, {u"plan"_s, plan},
        {u"try"_s, tryScene<TrySample::Answer>}, {u"try-mistake"_s, tryScene<TrySample::Mistake>},
        {u"try-source"_s, tryScene<TrySample::Source>}, {u"try-undefined"_s, tryScene<TrySample::Undefined>},
        {u"try-ended"_s, tryScene<TrySample::Ended>}};
    return scenes;
}

} // namespace

QStringList scenes()
{
    QStringList names;
    for (const Scene &scene : all())
        names.append(scene.name);
    return names;
}

bool show(MainWindow *window, const QString &name)
{
    const auto found = std::ranges::find(all(), name, &Scene::name);
    if (found == all().end())
        return false;
    found->show(window);
    return true;
}

} // namespace pd::gallery
