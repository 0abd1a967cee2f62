// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishpane.h"

#include "buildoptionsform.h"
#include "diagnosticsview.h"
#include "form.h"
#include "models/publishtext.h"
#include "oci/semver.h"
#include "widgets/card.h"
#include "widgets/chip.h"
#include "widgets/commandbox.h"
#include "widgets/controls.h"
#include "widgets/errorcard.h"
#include "widgets/sentencelabel.h"
#include "widgets/theme.h"
#include "widgets/tokenfield.h"

#include <QCheckBox>
#include <QComboBox>
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
    setAccessibleName(tr("Publish"));
    build();
}

void PublishPane::build()
{
    m_form = new Form(tr("Publish"), this);
    m_destination = makeChoiceField(QStringLiteral("server-database"), tr("registry/owner/package"), tr("To"), m_form);
    m_destination->lineEdit()->setObjectName(QStringLiteral("destinationEdit"));
    m_form->addRow(tr("To"), m_destination);
    m_about = makeParagraph({}, Type::Small, Role::Text2, m_form);
    m_about->setObjectName(QStringLiteral("destinationHint"));
    m_form->addControl(m_about);
    m_tags = new TokenField(tr("Tags"), m_form);
    m_tags->edit()->setObjectName(QStringLiteral("tagEdit"));
    m_tags->setPlaceholder(tr("Add a tag"));
    m_form->addRow(tr("Tags"), m_tags);
    auto *next = new QWidget(m_form);
    m_next = new QHBoxLayout(next);
    m_next->setContentsMargins(0, 0, 0, 0);
    m_next->setSpacing(px(8));
    m_form->addControl(next);
    m_more = new BuildOptionsForm(m_form);
    m_form->addRow(tr("Options"), makeOptions(m_form));
    m_form->addControl(m_more);

    auto *card = new Card(Card::Kind::Sentence, m_form);
    auto *room = new QVBoxLayout(card);
    room->setContentsMargins(px(16), px(12), px(16), px(12));
    m_sentence = new SentenceLabel(card);
    room->addWidget(m_sentence);
    m_form->addControl(card);
    m_form->addControl(makeButtons(m_form));

    m_error = new ErrorCard(m_form);
    m_error->setObjectName(QStringLiteral("messageCard"));
    m_error->hide();
    m_form->addControl(m_error);
    m_problems = new DiagnosticsView(m_form);
    m_form->addControl(m_problems);
    m_receipt = makeParagraph({}, Type::Body, Role::Text, m_form);
    m_receipt->setObjectName(QStringLiteral("receiptLabel"));
    m_receipt->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_receipt->hide();
    m_form->addControl(m_receipt);
    m_command = new CommandBox(true, m_form);
    m_form->addRow(tr("Same as"), m_command);
    setWidget(m_form);
    wire();
}

QWidget *PublishPane::makeOptions(QWidget *parent)
{
    auto *options = new QWidget(parent);
    auto *boxes = new QHBoxLayout(options);
    boxes->setContentsMargins(0, px(4), 0, px(4));
    boxes->setSpacing(px(24));
    m_git = new QCheckBox(tr("Add source and revision from git"), options);
    m_git->setObjectName(QStringLiteral("gitBox"));
    m_git->setChecked(true);
    m_tests = new QCheckBox(tr("Include tests"), options);
    m_tests->setObjectName(QStringLiteral("testsBox"));
    boxes->addWidget(m_git);
    boxes->addWidget(m_tests);
    boxes->addStretch(1);
    boxes->addWidget(m_more->toggle());
    return options;
}

QWidget *PublishPane::makeButtons(QWidget *parent)
{
    auto *buttons = new QWidget(parent);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_publish = makeButton({.id = QStringLiteral("publish"),
                               .label = tr("Publish"),
                               .icon = QStringLiteral("cloud-upload"),
                               .rank = models::ActionRank::Primary},
        buttons);
    m_buildOnly = makeButton({.id = QStringLiteral("build"), .label = tr("Build only")}, buttons);
    m_promise = makeLabel(tr("Moved tags can be put back from the receipt"), Type::Body, Role::Text2, buttons);
    m_promise->hide();
    row->addWidget(m_publish);
    row->addWidget(m_buildOnly);
    row->addStretch(1);
    row->addWidget(m_promise);
    return buttons;
}

void PublishPane::wire()
{
    auto *settle = new QTimer(this);
    settle->setSingleShot(true);
    settle->setInterval(300);
    connect(settle, &QTimer::timeout, this, [this] {
        // What cannot be read is explained under the field, and nobody needs to be asked.
        if (m_readable && !m_destination->currentText().trimmed().isEmpty())
            Q_EMIT planWanted(request());
    });
    const auto changed = [this, settle] {
        m_planned = false;
        settle->start();
        showSentence();
    };
    connect(m_destination, &QComboBox::editTextChanged, this, [this, changed](const QString &typed) {
        m_about->clear();
        m_error->hide();
        m_problems->setDiagnostics({});
        m_readable = true;
        Q_EMIT destinationEdited(typed.trimmed());
        changed();
    });
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
    connect(m_buildOnly, &QPushButton::clicked, this, [this] {
        if (m_tags->commit())
            Q_EMIT buildRequested(request());
    });
    connect(m_more, &BuildOptionsForm::changed, this, &PublishPane::showSentence);
    connect(m_error, &ErrorCard::triggered, this, &PublishPane::triggered);
    connect(m_problems, &DiagnosticsView::placeRequested, this, &PublishPane::placeRequested);
    connect(m_problems, &DiagnosticsView::editorRequested, this, &PublishPane::editorRequested);
}

void PublishPane::setFolder(const desk::FolderRow &folder, const QString &destination, const QStringList &destinations)
{
    if (m_folder.path == folder.path)
        return;
    m_folder = folder;
    m_form->setTitle(tr("Publish %1", "a folder").arg(QFileInfo(folder.path).fileName()));
    m_planned = false;
    m_operation = nullptr;
    m_error->hide();
    m_problems->setDiagnostics({});
    m_more->reset();
    m_receipt->hide();
    {
        const QSignalBlocker quiet(m_destination);
        m_destination->clear();
        m_destination->addItems(destinations);
        m_destination->setCurrentText(destination);
    }
    m_about->clear();
    m_tags->setTokens({});
    m_kept.clear();
    m_touched = false;
    clearLayout(m_next);
    showSentence();
    if (destination.isEmpty()) {
        m_destination->setFocus();
        return;
    }
    Q_EMIT destinationEdited(destination);
    Q_EMIT planWanted(request());
    m_publish->setFocus();
}

void PublishPane::offer(const QStringList &destinations)
{
    QStringList now;
    for (int i = 0; i < m_destination->count(); ++i)
        now.append(m_destination->itemText(i));
    const QString typed = m_destination->currentText();
    const bool empty = typed.trimmed().isEmpty() && !m_destination->lineEdit()->isModified();
    // Whoever types meanwhile keeps cursor and selection.
    if (now != destinations) {
        const QSignalBlocker quiet(m_destination);
        const QLineEdit *edit = m_destination->lineEdit();
        const int from = edit->hasSelectedText() ? edit->selectionStart() : edit->cursorPosition();
        const int length = static_cast<int>(edit->selectedText().size());
        m_destination->clear();
        m_destination->addItems(destinations);
        m_destination->setCurrentText(typed);
        m_destination->lineEdit()->setSelection(from, length);
    }
    if (!empty || destinations.isEmpty())
        return;
    m_destination->setCurrentText(destinations.constFirst());
    m_publish->setFocus();
}

void PublishPane::setReading(const desk::ReferenceReading &reading)
{
    m_readable = reading.problem.isEmpty();
    if (!m_planned)
        m_about->setText(models::destinationReadingText(reading));
    showSentence();
}

desk::PublishRequest PublishPane::request() const
{
    desk::PublishRequest request;
    request.folder = m_folder.path;
    request.destination = m_destination->currentText().trimmed();
    request.tags = m_tags->tokens();
    m_more->fill(request.options);
    request.options.gitAnnotations = m_git->isChecked();
    request.options.includeTests = m_tests->isChecked();
    return request;
}

void PublishPane::setPlan(const desk::PublishPlan &plan)
{
    m_plan = plan;
    m_planned = true;
    // What an act complained of stays until the next one.
    if (std::exchange(m_planFailed, false)) {
        m_error->hide();
        m_problems->setDiagnostics({});
    }
    m_about->setText(models::destinationText(plan));
    suggest(plan);
    showSentence();
}

void PublishPane::suggest(const desk::PublishPlan &plan)
{
    // Another destination has another next version.
    const bool ours = m_tags->tokens().isEmpty() || (m_tags->tokens().constFirst() == m_suggested && m_suggested != plan.nextPatch);
    if (!m_touched && ours) {
        const QSignalBlocker quiet(m_tags);
        m_suggested = plan.nextPatch;
        m_tags->setTokens(QStringList{plan.nextPatch} + m_kept);
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
    // What an act complained of stays until the next one.
    if (m_error->isHidden() || m_planFailed) {
        m_planFailed = true;
        showError(error);
    }
    showSentence();
}

void PublishPane::showError(const Error &error)
{
    m_error->setNotice(noticeFor(error));
    m_error->show();
    m_problems->setDiagnostics(error.diagnostics);
    // What went wrong stands under the buttons, perhaps out of sight.
    QTimer::singleShot(0, m_error, [this] { ensureWidgetVisible(m_problems->isVisible() ? static_cast<QWidget *>(m_problems) : m_error); });
}

void PublishPane::showSentence()
{
    const desk::PublishRequest wanted = request();
    const bool ready = m_readable && !wanted.destination.isEmpty() && !wanted.tags.isEmpty();
    const bool runs = m_operation && m_operation->state() == desk::Operation::State::Running;
    m_publish->setEnabled(ready && !runs);
    m_buildOnly->setEnabled(ready && !runs);
    m_promise->hide();
    if (!ready) {
        m_sentence->setSentence(Sentence::of(tr("Choose where it goes, and under which tag."), {}));
        m_command->setCommand(QStringLiteral("policydeskctl publish"));
        return;
    }
    m_sentence->setSentence(models::publishSentence(wanted, m_planned ? std::optional(m_plan) : std::nullopt));
    m_promise->setVisible(m_planned && !m_plan.moved.isEmpty());
    QStringList command{QStringLiteral("policydeskctl"), QStringLiteral("publish"), wanted.folder, wanted.destination,
        QStringLiteral("--tag"), wanted.tags.join(QLatin1Char(','))};
    if (!wanted.options.gitAnnotations)
        command << QStringLiteral("--no-git");
    if (wanted.options.includeTests)
        command << QStringLiteral("--include-tests");
    if (!wanted.options.revision.isEmpty())
        command << QStringLiteral("--revision") << wanted.options.revision;
    if (wanted.options.regoVersion != QLatin1StringView("rego.v1"))
        command << QStringLiteral("--rego-version") << wanted.options.regoVersion;
    m_command->setCommand(desk::asCommandLine(command));
}

void PublishPane::follow(desk::Operation *operation)
{
    m_operation = operation;
    m_error->hide();
    m_problems->setDiagnostics({});
    m_receipt->hide();
    connect(operation, &desk::Operation::finished, this, &PublishPane::showEnd, Qt::UniqueConnection);
    showSentence();
}

void PublishPane::again()
{
    if (m_planFailed || !m_operation || !m_operation->error()) {
        Q_EMIT planWanted(request());
        return;
    }
    m_operation->retry();
    follow(m_operation);
}

void PublishPane::showEnd()
{
    if (!m_operation)
        return;
    showSentence();
    if (m_operation->error()) {
        m_planFailed = false;
        showError(*m_operation->error());
    } else if (m_operation->receipt()) {
        const desk::Receipt &receipt = *m_operation->receipt();
        const QString words = receipt.verb == QLatin1StringView("publish") ? tr("Published %1, %2.") : tr("Built %1, %2.");
        m_receipt->setText(words.arg(receipt.reference, receipt.digest));
        m_receipt->show();
        if (receipt.verb == QLatin1StringView("publish"))
            beginNext();
        Q_EMIT planWanted(request());
    }
}

void PublishPane::beginNext()
{
    // The next publication is another version; `latest` and the like go along.
    m_kept = m_tags->tokens();
    m_kept.removeIf([](const QString &tag) { return oci::SemVer::parse(tag).has_value(); });
    const QSignalBlocker quiet(m_tags);
    m_tags->setTokens({});
    m_touched = false;
}

} // namespace pd::ui
