//! Do we know this child? Keys, comparisons, guards and the decision
