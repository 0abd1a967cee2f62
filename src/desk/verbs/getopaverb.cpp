// SPDX-License-Identifier: GPL-3.0-or-later
#include "getopaverb.h"

#include "opa/download.h"

#include <QSysInfo>

namespace pd::desk {

Task<Result<Receipt>> GetOpaVerb::run(ProgressSink &progress, std::stop_token stop)
{
    const qint64 started = m_services.clock.monotonicMs();
    CO_TRY(const opa::GetOpa release, opa::pinnedRelease(m_services.paths.data, QSysInfo::currentCpuArchitecture()));
    CO_TRY(const opa::OpaProgram program, co_await opa::download(release, m_services.transport, progress, stop));
    Receipt receipt;
    receipt.verb = QStringLiteral("get-opa");
    receipt.reference = QStringLiteral("OPA ") + program.version.toString();
    receipt.digest = QStringLiteral("sha256:") + QString::fromLatin1(release.sha256);
    receipt.path = program.path;
    co_return co_await keepReceipt(m_services, receipt, started);
}

} // namespace pd::desk
