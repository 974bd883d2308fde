// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/readers.h"

#include <algorithm>
#include <cmath>

namespace meshdraft::mesh {

namespace {

/// A weight that cannot overflow a sum: negative ones count as none.
std::int64_t sane(std::int64_t weight)
{
    return std::clamp<std::int64_t>(weight, 0, std::numeric_limits<std::int32_t>::max());
}

void share(std::vector<Destination>& destinations)
{
    std::int64_t total = 0;
    for (const Destination& destination : destinations)
        total += destination.effectiveWeight;
    for (Destination& destination : destinations) {
        destination.share =
            total == 0 ? 0.0 : static_cast<double>(destination.effectiveWeight) / static_cast<double>(total);
    }
}

} // namespace

void shareByIstio(std::vector<Destination>& destinations)
{
    for (Destination& destination : destinations)
        destination.effectiveWeight = sane(destination.weight.value);
    if (destinations.size() == 1 && destinations.front().effectiveWeight == 0)
        destinations.front().effectiveWeight = 100;
    share(destinations);
}

void shareByGatewayApi(std::vector<Destination>& destinations)
{
    for (Destination& destination : destinations)
        destination.effectiveWeight = destination.weight.isPresent() ? sane(destination.weight.value) : 1;
    share(destinations);
}

void setMirrored(Destination& mirror, double percent)
{
    const double bounded = std::isfinite(percent) ? std::clamp(percent, 0.0, 100.0) : 0.0;
    mirror.effectiveWeight = std::llround(bounded);
    mirror.share = bounded / 100.0;
}

} // namespace meshdraft::mesh
