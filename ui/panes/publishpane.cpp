// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishpane.h"

#include "form.h"
#include "models/format.h"
#include "models/sentence.h"
#include "widgets/card.h"
#include "widgets/chip.h"
#include "widgets/commandbox.h"
#include "widgets/controls.h"
#include "widgets/errorcard.h"
#include "widgets/sentencelabel.h"
#include "widgets/theme.h"
#include "widgets/tokenfield.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace pd::ui {

using models::Sentence;

PublishPane::PublishPane(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    build();
}

void PublishPane::build()
{
    auto *form = new Form(tr("Publish"), this);
    m_destination = makeField(QStringLiteral("server-database"), tr("registry/owner/package"), tr("Destination"), form);
    m_destination->setObjectName(QStringLiteral("destinationEdit"));
    form->addRow(tr("To"), m_destination);
    m_about = makeLabel({}, Type::Small, Role::Text2, form);
    form->addControl(m_about);
    m_tags = new TokenField(tr("Tags"), form);
    m_tags->edit()->setObjectName(QStringLiteral("tagEdit"));
    m_tags->setPlaceholder(tr("Add a tag"));
    form->addRow(tr("Tags"), m_tags);
    auto *next = new QWidget(form);
    m_next = new QHBoxLayout(next);
    m_next->setContentsMargins(0, 0, 0, 0);
    m_next->setSpacing(px(8));
    form->addControl(next);
    auto *options = new QWidget(form);
    auto *boxes = new QHBoxLayout(options);
    boxes->setContentsMargins(0, px(4), 0, px(4));
    boxes->setSpacing(px(24));
    m_git = new QCheckBox(tr("Add source and revision from git"), options);
    m_git->setChecked(true);
    m_tests = new QCheckBox(tr("Include tests"), options);
    boxes->addWidget(m_git);
    boxes->addWidget(m_tests);
    boxes->addStretch(1);
    form->addRow(tr("Options"), options);

    auto *card = new Card(Card::Kind::Sentence, form);
    auto *room = new QVBoxLayout(card);
    room->setContentsMargins(px(16), px(12), px(16), px(12));
    m_sentence = new SentenceLabel(card);
    room->addWidget(m_sentence);
    form->addControl(card);

    auto *buttons = new QWidget(form);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_publish = makeButton({.id = QStringLiteral("publish"),
                               .label = tr("Publish"),
                               .icon = QStringLiteral("cloud-upload"),
                               .rank = models::ActionRank::Primary},
        buttons);
    m_buildOnly = makeButton({.id = QStringLiteral("build"), .label = tr("Build only")}, buttons);
    row->addWidget(m_publish);
    row->addWidget(m_buildOnly);
    row->addStretch(1);
    form->addControl(buttons);

    m_error = new ErrorCard(form);
    m_error->setObjectName(QStringLiteral("messageCard"));
    m_error->hide();
    form->addControl(m_error);
    m_receipt = makeParagraph({}, Type::Body, Role::Text, form);
    m_receipt->setObjectName(QStringLiteral("receiptLabel"));
    m_receipt->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_receipt->hide();
    form->addControl(m_receipt);
    m_command = new CommandBox(true, form);
    form->addRow(tr("Same as"), m_command);
    setWidget(form);

    auto *settle = new QTimer(this);
    settle->setSingleShot(true);
    settle->setInterval(300);
    connect(settle, &QTimer::timeout, this, [this] {
        if (!m_destination->text().trimmed().isEmpty())
            Q_EMIT planWanted(request());
    });
    const auto changed = [this, settle] {
        m_planned = false;
        settle->start();
        showSentence();
    };
    connect(m_destination, &QLineEdit::textChanged, this, changed);
    connect(m_tags, &TokenField::tokensChanged, this, [this, changed] {
        m_touched = true;
        changed();
    });
    connect(m_git, &QCheckBox::toggled, this, changed);
    connect(m_tests, &QCheckBox::toggled, this, changed);
    connect(m_publish, &QPushButton::clicked, this, [this] {
        if (m_tags->commit())
            Q_EMIT publishRequested(request());
    });
    connect(m_buildOnly, &QPushButton::clicked, this, [this] { Q_EMIT buildRequested(request()); });
    connect(m_error, &ErrorCard::triggered, this, &PublishPane::triggered);
}

void PublishPane::setFolder(const desk::FolderRow &folder, const QString &destination)
{
    if (m_folder.path == folder.path)
        return;
    m_folder = folder;
    m_touched = false;
    m_planned = false;
    m_operation = nullptr;
    m_error->hide();
    m_receipt->hide();
    m_destination->setText(destination);
    m_tags->setTokens({});
    m_touched = false;
    clearLayout(m_next);
    showSentence();
    if (!destination.isEmpty())
        Q_EMIT planWanted(request());
    else
        m_destination->setFocus();
}

desk::PublishRequest PublishPane::request() const
{
    desk::PublishRequest request;
    request.folder = m_folder.path;
    request.destination = m_destination->text().trimmed();
    request.tags = m_tags->tokens();
    request.options.gitAnnotations = m_git->isChecked();
    request.options.includeTests = m_tests->isChecked();
    return request;
}

void PublishPane::setPlan(const desk::PublishPlan &plan)
{
    m_plan = plan;
    m_planned = true;
    m_error->hide();
    m_about->setText(plan.repositoryExists ? tr("%1 there now").arg(models::tagsText(plan.existingTags.size()))
                                           : tr("New package: nothing is there yet"));
    suggest(plan);
    showSentence();
}

void PublishPane::suggest(const desk::PublishPlan &plan)
{
    if (!m_touched && m_tags->tokens().isEmpty()) {
        const QSignalBlocker quiet(m_tags);
        m_tags->setTokens({plan.nextPatch});
        Q_EMIT planWanted(request()); // the suggestion may stand on a tag that moves
    }
    clearLayout(m_next);
    m_next->addWidget(makeLabel(tr("Next:"), Type::Body, Role::Text2, this));
    QStringList offered;
    for (const auto &[version, word] :
        {std::pair(plan.nextPatch, tr("patch")), std::pair(plan.nextMinor, tr("minor")), std::pair(plan.nextMajor, tr("major"))}) {
        if (version.isEmpty() || offered.contains(version))
            continue;
        offered.append(version);
        auto *chip = new Chip(version + QLatin1Char(' ') + word, {}, -1, this);
        chip->setChecked(m_tags->tokens().contains(version));
        connect(chip, &QAbstractButton::clicked, this, [this, version = version] {
            QStringList tokens = m_tags->tokens();
            if (!tokens.isEmpty())
                tokens.removeFirst();
            tokens.prepend(version);
            m_tags->setTokens(tokens);
            m_touched = true;
            Q_EMIT planWanted(request());
        });
        m_next->addWidget(chip);
    }
    m_next->addStretch(1);
}

void PublishPane::setPlanProblem(const Error &error)
{
    m_planned = false;
    m_error->setNotice(noticeFor(error));
    m_error->show();
    showSentence();
}

void PublishPane::showSentence()
{
    const desk::PublishRequest wanted = request();
    const bool ready = !wanted.destination.isEmpty() && !wanted.tags.isEmpty();
    const bool runs = m_operation && m_operation->state() == desk::Operation::State::Running;
    m_publish->setEnabled(ready && !runs);
    m_buildOnly->setEnabled(ready && !runs);
    if (!ready) {
        m_sentence->setSentence(Sentence::of(tr("Choose where it goes, and under which tag."), {}));
        m_command->setCommand(QStringLiteral("policydeskctl publish"));
        return;
    }
    Sentence sentence = Sentence::of(
        tr("Publish %1 to %2."), {Sentence::bold(wanted.tags.join(QStringLiteral(", "))), Sentence::plain(wanted.destination)});
    for (const desk::MovedTag &moved : m_planned ? m_plan.moved : QList<desk::MovedTag>())
        sentence.append(
            Sentence::of(tr("%1 moves from %2."), {Sentence::bold(moved.tag), Sentence::mono(models::shortDigest(moved.from))}));
    if (!m_planned)
        sentence.append(Sentence::of(tr("Looking what is there…"), {}));
    m_sentence->setSentence(sentence);
    QStringList command{QStringLiteral("policydeskctl"), QStringLiteral("publish"), wanted.folder, wanted.destination,
        QStringLiteral("--tag"), wanted.tags.join(QLatin1Char(','))};
    if (!wanted.options.gitAnnotations)
        command << QStringLiteral("--no-git");
    if (wanted.options.includeTests)
        command << QStringLiteral("--include-tests");
    m_command->setCommand(desk::asCommandLine(command));
}

void PublishPane::follow(desk::Operation *operation)
{
    m_operation = operation;
    m_error->hide();
    m_receipt->hide();
    connect(operation, &desk::Operation::finished, this, &PublishPane::showEnd);
    showSentence();
}

void PublishPane::showEnd()
{
    if (!m_operation)
        return;
    showSentence();
    if (m_operation->error()) {
        m_error->setNotice(noticeFor(*m_operation->error()));
        m_error->show();
    } else if (m_operation->receipt()) {
        const desk::Receipt &receipt = *m_operation->receipt();
        const QString words = receipt.verb == QLatin1StringView("publish") ? tr("Published %1, %2.") : tr("Built %1, %2.");
        m_receipt->setText(words.arg(receipt.reference, receipt.digest));
        m_receipt->show();
        Q_EMIT planWanted(request());
    }
}

} // namespace pd::ui
