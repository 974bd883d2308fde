#!/bin/sh
# Prints what is applied.
exec kubectl kustomize "$(dirname "$0")/base"
