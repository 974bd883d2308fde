// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/causes.h"
#include "models/traffic/requesttext.h"

#include <QString>

#include <optional>

namespace meshdraft::views {

/// A request that was read from pasted text, and what is to be said about that.
struct RecognisedRequest {
    traffic::Request request;
    std::optional<traffic::Symptom> symptom; ///< what a line of an access log says became of it
    QString note;
};

/// Reads a curl command or a line of an access log; `from` starts it where the text does not say who called. Errors:
/// those of traffic::parsePasted.
Expected<RecognisedRequest> recognisePasted(const QString& text, const traffic::Origin& from);

/// The request as a curl command for a shell. Secrets are not in it.
QString curlCommand(const traffic::Request& request);

} // namespace meshdraft::views
