// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/storefailure.h"

namespace pult::service {

Error storeFailure(Error error)
{
    const bool isTrouble = error.code == ErrorCode::io || error.code == ErrorCode::corrupt
        || error.code == ErrorCode::internal;
    if (isTrouble) {
        error.code = ErrorCode::unavailable;
        error.detail = "The store does not work now: " + error.detail;
    }
    return error;
}

} // namespace pult::service
