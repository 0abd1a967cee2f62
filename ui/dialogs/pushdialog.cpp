// SPDX-License-Identifier: GPL-3.0-or-later
#include "pushdialog.h"

#include "desk/errortext.h"
#include "models/format.h"
#include "widgets/chip.h"
#include "widgets/controls.h"
#include "widgets/elidedlabel.h"
#include "widgets/theme.h"
#include "widgets/tokenfield.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

namespace pd::ui {

using models::Sentence;

PushDialog::PushDialog(Content content, ReadReference read, QWidget *parent)
    : FormDialog(QStringLiteral("pushDialog"), tr("Push to"), tr("Push"), parent)
    , m_content(std::move(content))
    , m_read(std::move(read))
    , m_destination(makeField(QStringLiteral("server-database"), tr("registry/owner/package"), tr("To"), this))
    , m_hint(makeParagraph({}, Type::Small, Role::Text2, this))
    , m_tags(new TokenField(tr("Tags"), this))
    , m_settle(new QTimer(this))
{
    buildRows();
    m_settle->setSingleShot(true);
    m_settle->setInterval(300);
    connect(m_settle, &QTimer::timeout, this, [this] {
        if (reading().problem.isEmpty() && !m_tags->tokens().isEmpty())
            Q_EMIT planWanted(destination(), m_tags->tokens());
    });
    connect(m_destination, &QLineEdit::textChanged, this, &PushDialog::changed);
    connect(m_tags, &TokenField::tokensChanged, this, &PushDialog::changed);
    connect(m_tags, &TokenField::refused, this, [this](const QString &, const QString &reason) {
        setParagraph(m_hint, reason);
        dress(m_hint, Type::Small, Role::Err);
    });
    m_destination->setText(m_content.destination.isEmpty() ? m_content.image.repository : m_content.destination);
    m_destination->setFocus();
    changed();
}

void PushDialog::buildRows()
{
    auto *image = new ElidedLabel(m_content.image.reference(), Type::Mono, Role::Text, this);
    image->setElide(Qt::ElideMiddle);
    image->setFixedHeight(px(32));
    addRow(tr("Image"), image);
    m_destination->setObjectName(QStringLiteral("destinationEdit"));
    addRow(tr("To"), m_destination);
    if (!m_content.registries.isEmpty())
        addControl(makeRegistries());
    m_hint->setObjectName(QStringLiteral("messageLabel"));
    addControl(m_hint);
    m_tags->edit()->setObjectName(QStringLiteral("tagEdit"));
    m_tags->setPlaceholder(tr("Add a tag"));
    m_tags->setTokens({m_content.image.tag});
    m_tags->setCheck([this](const QString &word) {
        const desk::ReferenceReading read = m_read(QStringLiteral("localhost/tag:") + word);
        return read.problem.isEmpty() && read.tag == word ? QString() : tr("%1 cannot be a tag").arg(word);
    });
    addRow(tr("Tags"), m_tags);
}

QWidget *PushDialog::makeRegistries()
{
    auto *room = new QWidget(this);
    auto *row = new QHBoxLayout(room);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    for (const Registry &registry : std::as_const(m_content.registries)) {
        auto *chip = new Chip(registry.label.isEmpty() ? registry.host : registry.label, registry.icon, -1, room);
        chip->setObjectName(QStringLiteral("registryChip"));
        chip->setToolTip(registry.host);
        chip->setCheckable(false);
        connect(chip, &QAbstractButton::clicked, this, [this, host = registry.host] { useRegistry(host); });
        row->addWidget(chip);
    }
    row->addStretch(1);
    return room;
}

void PushDialog::useRegistry(const QString &host)
{
    const desk::ReferenceReading now = reading();
    const QString typed = m_destination->text().trimmed();
    const QString repository = now.problem.isEmpty() ? now.repository : typed.section(QLatin1Char('/'), 1);
    m_destination->setText(
        host + QLatin1Char('/') + (repository.isEmpty() ? QString(m_content.image.repository).section(QLatin1Char('/'), 1) : repository));
    m_destination->setFocus();
}

desk::ReferenceReading PushDialog::reading() const
{
    const QString typed = m_destination->text().trimmed();
    desk::ReferenceReading read = m_read(typed + QStringLiteral(":latest"));
    if (typed.isEmpty())
        read.problem = tr("Name a registry and a repository there.");
    return read;
}

QString PushDialog::destination() const
{
    const desk::ReferenceReading read = reading();
    return read.host + QLatin1Char('/') + read.repository;
}

void PushDialog::changed()
{
    m_plan.reset();
    m_problem.clear();
    m_settle->start();
    explain();
}

void PushDialog::setPlan(const desk::PublishPlan &plan)
{
    if (plan.destination != destination())
        return;
    m_plan = plan;
    m_problem.clear();
    explain();
}

void PushDialog::setPlanProblem(const QString &wanted, const Error &error)
{
    if (wanted != destination() || error.isCancelled())
        return;
    m_plan.reset();
    m_problem = desk::oneLine(error);
    explain();
}

void PushDialog::explain()
{
    const desk::ReferenceReading read = reading();
    const QStringList tags = m_tags->tokens();
    acceptButton()->setEnabled(read.problem.isEmpty() && !tags.isEmpty());
    const bool bad = !read.problem.isEmpty() || !m_problem.isEmpty();
    setParagraph(m_hint, !read.problem.isEmpty() ? read.problem : !m_problem.isEmpty() ? m_problem : notesText(read));
    dress(m_hint, Type::Small, bad ? Role::Err : Role::Text2);
    if (!read.problem.isEmpty() || tags.isEmpty()) {
        setSentence(Sentence::of(tr("Choose where it goes, and under which tag."), {}));
        return;
    }
    Sentence sentence
        = Sentence::of(tr("Push %1 to %2."), {Sentence::bold(tags.join(QLatin1StringView(", "))), Sentence::plain(destination())});
    if (destination() != m_content.image.repository || tags != QStringList{m_content.image.tag})
        sentence.append(Sentence::of(tr("The image gets that name here, too."), {}));
    if (!m_plan) {
        sentence.append(Sentence::of(m_problem.isEmpty() ? tr("Looking what is there…") : tr("What is there now is not known."), {}));
        setSentence(sentence);
        return;
    }
    bool moves = false;
    for (const desk::MovedTag &moved : m_plan->moved) {
        if (moved.from == m_content.image.digest || !tags.contains(moved.tag))
            continue;
        moves = true;
        sentence.append(
            Sentence::of(tr("%1 moves there from %2."), {Sentence::bold(moved.tag), Sentence::mono(models::shortDigest(moved.from))}));
    }
    if (!m_plan->repositoryExists)
        sentence.append(Sentence::of(tr("It is new there."), {}));
    else if (!moves)
        sentence.append(Sentence::of(tr("No tag moves."), {}));
    setSentence(sentence);
}

bool PushDialog::act()
{
    // What was typed last and not made a tag yet goes along, or says why it cannot.
    if (!m_tags->commit())
        return false;
    const QStringList tags = m_tags->tokens();
    Q_EMIT pushRequested({m_content.image.reference(), destination() + QLatin1Char(':') + tags.constFirst(), tags.sliced(1)});
    return true;
}

} // namespace pd::ui
