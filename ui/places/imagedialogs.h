// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace pd::ui {

// Dialogs that ask for names of images, joined to the desk. Each is open until it is answered; what is asked for is then done.

/// *Tag*: another name for an image of this computer. `done` gets the new name as soon as the act has begun.
void askTag(Context &context, const desk::LocalImage &image, const std::function<void(const QString &reference)> &done);
/// *Push to…*
void askPush(Context &context, const desk::LocalImage &image);
/// *Import*: a bundle becomes an image.
void askImport(Context &context, const QString &path);

} // namespace pd::ui
