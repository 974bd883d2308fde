// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/decidingstep.h"

#include <algorithm>

namespace meshdraft::traffic {

const Step* decidingStep(const Answer& answer, std::size_t share)
{
    const Verdict verdict = answer.shares[share].verdict;
    if (verdict == Verdict::Aborted) {
        const auto abort = std::ranges::find(answer.steps, "route.abort", &Step::code);
        return abort == answer.steps.end() ? nullptr : &*abort;
    }
    // policies are asked even where something before them has decided
    const auto isAbout = [&](const Step& step) {
        switch (step.stage) {
        case Stage::Authentication:
            return verdict == Verdict::Unauthenticated;
        case Stage::Authorization:
            return verdict == Verdict::Denied;
        default:
            return verdict != Verdict::Unauthenticated && verdict != Verdict::Denied && step.code != "route.mirror"
                && !step.code.starts_with("extension.");
        }
    };
    const Step* own = nullptr;
    const Step* common = nullptr;
    const Step* hidden = nullptr;
    for (const Step& step : answer.steps) {
        if (step.code == "import.notListed" || step.code == "import.hidden")
            hidden = &step;
        if (!isAbout(step))
            continue;
        if (step.share == static_cast<int>(share)) {
            own = &step;
        } else if (step.share == -1) {
            common = &step;
        }
    }
    // a host that is blocked is one that the proxy does not know: who hides it says more than the mode
    if (hidden != nullptr && (verdict == Verdict::Blocked || verdict == Verdict::NoVirtualHost))
        return hidden;
    return own == nullptr ? common : own;
}

} // namespace meshdraft::traffic
