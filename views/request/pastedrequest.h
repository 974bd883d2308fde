// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"
#include "models/traffic/request.h"

#include <QString>

namespace meshdraft::views {

/// A request that was read from pasted text, and what is to be said about that.
struct RecognisedRequest {
    traffic::Request request;
    QString note;
};

/// Reads a curl command or a line of an access log; `from` starts it where the text does not say who called. Errors:
/// those of traffic::parsePasted.
Expected<RecognisedRequest> recognisePasted(const QString& text, const traffic::Origin& from);

/// The request as a curl command for a shell. Secrets are not in it.
QString curlCommand(const traffic::Request& request);

} // namespace meshdraft::views
