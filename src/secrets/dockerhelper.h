// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account.h"
#include "core/task.h"

#include <QMap>
#include <QProcessEnvironment>

#include <optional>

namespace pd::secrets {

/// A program `docker-credential-NAME` (protocol of docker-credential-helpers): asked with an argument list and the server on its standard
/// input; its answer is bounded and it is ended after a deadline. We never store anything there. In the engine thread.
///
/// Errors: InvalidInput `helper.badName` (a name that is more than a file name), NotFound `helper.missing`, Timeout `helper.slow`,
/// Protocol `helper.failed` (its own words in the detail) or `helper.badAnswer`; Cancelled.
class DockerHelper {
public:
    /// `environment` is the user's: such helpers need their own variables. Our own token is taken out of it.
    DockerHelper(QString name, QProcessEnvironment environment);

    /// The credential for `server`; nothing where the helper has none. `Account::host`, `source` and `place` are the caller's to set.
    [[nodiscard]] Task<Result<std::optional<Account>>> get(QString server, std::stop_token stop) const;
    /// Server to user, without secrets.
    [[nodiscard]] Task<Result<QMap<QString, QString>>> list(std::stop_token stop) const;

    /// The program's absolute path, from absolute folders of PATH alone.
    [[nodiscard]] Result<QString> program() const;

private:
    QString m_name;
    QProcessEnvironment m_environment;
};

} // namespace pd::secrets
