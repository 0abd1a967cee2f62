// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitypresenter.h"

#include "desk/errortext.h"
#include "models/format.h"
#include "models/pendingtext.h"
#include "models/receipttext.h"
#include "problems.h"
#include "shell/activitypanel.h"

namespace pd::ui {

namespace {

/// Receipts that the panel holds; older ones are found by what is typed.
constexpr int MostReceipts = 500;
constexpr int SoonMs = 100;
const QLatin1StringView PendingPrefix("pending:");

models::JobFacts factsOf(const desk::Operation &operation)
{
    using State = desk::Operation::State;
    models::JobFacts facts;
    facts.id = QString::number(operation.id());
    facts.verb = operation.verb();
    facts.title = operation.title();
    facts.progress = operation.progress();
    facts.rate = operation.rate();
    facts.seconds = operation.seconds();
    facts.receipt = operation.receipt();
    switch (operation.state()) {
    case State::Running: facts.state = models::JobFacts::State::Running; break;
    case State::Done: facts.state = models::JobFacts::State::Done; break;
    case State::Failed: facts.state = models::JobFacts::State::Failed; break;
    case State::Cancelled: facts.state = models::JobFacts::State::Cancelled; break;
    }
    if (operation.error())
        facts.why = desk::oneLine(*operation.error());
    return facts;
}

} // namespace

ActivityPresenter::ActivityPresenter(Context &context)
    : m_context(context)
{
    desk::Desk &desk = context.desk();
    ActivityPanel *panel = context.window().activity();
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, &ActivityPresenter::show);
    connect(&desk, &desk::Desk::operationAdded, this, &ActivityPresenter::follow);
    connect(&desk, &desk::Desk::operationsChanged, this, &ActivityPresenter::show);
    connect(panel, &ActivityPanel::jobTriggered, this, &ActivityPresenter::actOnJob);
    connect(panel, &ActivityPanel::receiptTriggered, this, &ActivityPresenter::actOnReceipt);
    connect(panel, &ActivityPanel::clearRequested, &desk, &desk::Desk::clearFinished);
    connect(panel, &ActivityPanel::receiptsSearched, this, [this](const QString &typed, int period) {
        m_typed = typed;
        m_period = period;
        show();
    });
    connect(&context.window(), &MainWindow::cancelRequested, this, [this](const QString &job) { actOnJob(job, QStringLiteral("cancel")); });
    connect(&context.window(), &MainWindow::undoRequested, &desk, [&desk](const QString &undo) {
        if (const auto what = desk::Undo::parse(undo))
            desk.undo(*what);
    });
    show();
    readReceipts(this, desk);
    readPending(this, desk);
}

void ActivityPresenter::follow(desk::Operation *operation)
{
    connect(operation, &desk::Operation::progressed, &m_soon, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(operation, &desk::Operation::finished, this, [this, operation] {
        tellEnd(*operation);
        readReceipts(this, m_context.desk());
    });
}

void ActivityPresenter::show()
{
    QList<models::JobFacts> jobs;
    for (const desk::PendingTransfer &transfer : std::as_const(m_pending))
        jobs.append(models::pendingFacts(transfer));
    for (const desk::Operation *operation : m_context.desk().operations())
        jobs.append(factsOf(*operation));
    const QDateTime now = m_context.clock().now();
    const QList<desk::Receipt> found = models::findReceipts(m_receipts, m_typed, m_period, now);
    m_context.window().setActivity(models::makeActivity(jobs, found, m_receipts.size(), m_period, now));
}

void ActivityPresenter::tellEnd(const desk::Operation &operation)
{
    // The forms tell of their own acts, and so does the first page where it fails.
    static const QStringList Forms{QStringLiteral("build"), QStringLiteral("publish"), QStringLiteral("sign-in")};
    if (operation.error()) {
        if (Forms.contains(operation.verb()) || operation.verb() == QLatin1StringView("take-over"))
            return;
        // Where there is a choice to make, a message that goes by is not enough.
        if (operation.error()->kind == ErrorKind::Keychain || operation.error()->cause == QLatin1StringView("practice.portTaken"))
            showError(m_context.desk().operation(operation.id()));
        else
            m_context.tellProblem(*operation.error());
        return;
    }
    if (!operation.receipt() || Forms.contains(operation.verb()))
        return;
    const desk::Receipt &receipt = *operation.receipt();
    m_context.tell(models::verbIcon(receipt.verb), models::receiptTitle(receipt),
        receipt.bytes > 0 ? models::sizeText(receipt.bytes) : QString(), receipt.undo.toString());
}

void ActivityPresenter::actOnJob(const QString &job, const QString &action)
{
    if (job.startsWith(PendingPrefix)) {
        actOnPending(job, action);
        return;
    }
    desk::Operation *operation = m_context.desk().operation(job.toLongLong());
    if (!operation)
        return;
    if (action == QLatin1StringView("cancel")) {
        operation->cancel();
    } else if (action == QLatin1StringView("retry")) {
        operation->retry();
        show();
    } else if (action == QLatin1StringView("details") && operation->error()) {
        showError(operation);
    } else if (action == QLatin1StringView("undo") && operation->receipt()) {
        m_context.desk().undo(operation->receipt()->undo);
    } else if (action == QLatin1StringView("receipt") && operation->receipt()) {
        m_context.window().activity()->showReceipt(QString::number(operation->receipt()->id));
    }
}

void ActivityPresenter::actOnPending(const QString &job, const QString &action)
{
    const qint64 id = job.sliced(PendingPrefix.size()).toLongLong();
    const auto found = std::ranges::find(m_pending, id, &desk::PendingTransfer::id);
    if (found == m_pending.end())
        return;
    const desk::PendingTransfer transfer = *found;
    m_pending.erase(found);
    if (action == QLatin1StringView("resume"))
        m_context.desk().resume(transfer);
    else
        m_context.desk().forgetTransfer(transfer.id);
    show();
}

void ActivityPresenter::actOnReceipt(const QString &receipt, const QString &action)
{
    const auto found = std::ranges::find(m_receipts, receipt.toLongLong(), &desk::Receipt::id);
    if (found == m_receipts.end())
        return;
    if (action == QLatin1StringView("undo"))
        m_context.desk().undo(found->undo);
    else if (action == QLatin1StringView("copyReceipt"))
        m_context.copy(models::receiptAsText(*found));
    else if (action == QLatin1StringView("show"))
        m_context.openArgument(found->reference);
}

void ActivityPresenter::showError(desk::Operation *operation)
{
    if (!operation || !operation->error())
        return;
    const auto again = [self = QPointer(this), operation = QPointer(operation)] {
        if (!operation)
            return;
        operation->retry();
        if (self)
            self->show();
    };
    showProblem(m_context, *operation->error(), again);
}

Task<void> ActivityPresenter::readReceipts(QPointer<ActivityPresenter> self, desk::Desk &desk)
{
    const auto receipts = co_await desk.receipts({}, MostReceipts);
    if (!self)
        co_return;
    if (!receipts) {
        self->m_context.tellProblem(receipts.error());
        co_return;
    }
    self->m_receipts = *receipts;
    self->show();
}

Task<void> ActivityPresenter::readPending(QPointer<ActivityPresenter> self, desk::Desk &desk)
{
    const auto pending = co_await desk.pendingTransfers();
    if (!self)
        co_return;
    if (!pending) {
        self->m_context.tellProblem(pending.error());
        co_return;
    }
    self->m_pending = *pending;
    self->show();
}

} // namespace pd::ui
