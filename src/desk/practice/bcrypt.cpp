// SPDX-License-Identifier: GPL-3.0-or-later
#include "bcrypt.h"

#include <crypt.h>

#include <memory>

namespace pd::desk {

Result<QByteArray> htpasswdLine(const QByteArray &user, const Secret &password)
{
    const auto data = std::make_unique<crypt_data>(); // 32 KiB: too large for a stack
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    const char *hash = nullptr;
    // A null rbytes lets libcrypt draw the salt from the system.
    if (crypt_gensalt_rn("$2b$", 5, nullptr, 0, setting, sizeof setting))
        hash = crypt_r(password.expose().constData(), setting, data.get());
    if (!hash || hash[0] == '*')
        return fail(ErrorKind::Internal, Blame::Computer, QStringLiteral("practice.hash"));
    return QByteArray(user + ':' + hash + '\n');
}

} // namespace pd::desk
