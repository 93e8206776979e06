"""Runs Splink or recordlinkage on a set written by febrl.py or by the generator, and prints figures.

Both get the same fields as matching: names, date of birth, postcode and address, no identifier. They
link in batches and know no guards, no people who decide, and no households.
"""

import json
import resource
import sys
import time

import pandas as pd


# The names of the tools in the table.
TOOLS = {"splink": "Splink 4.0.17", "recordlinkage": "recordlinkage 0.16"}


def figures(frame, pairs, seconds):
    """The figures of linked pairs of row numbers, against the truth."""
    child = frame["child"].tolist()
    twin_of = frame["twin_of"].tolist()
    rows = {}
    for row, one in enumerate(child):
        rows.setdefault(one, []).append(row)
    true = sum(len(same) * (len(same) - 1) // 2 for same in rows.values())
    right = sum(child[a] == child[b] for a, b in pairs)
    planted = {
        row if twin_of[row] else other
        for row, other in pairs
        if twin_of[row] == child[other] or twin_of[other] == child[row]
    }
    precision = right / len(pairs) if pairs else 1.0
    recall = right / true if true else 1.0
    return {
        "records": len(frame),
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall) if right else 0.0,
        "found": recall,
        "shown": 0.0,
        "twins_merged": len(planted),
        "seconds": seconds,
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def splink(frame):
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="row",
        comparisons=[
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison(
                "date_of_birth", input_is_string=True, datetime_format="%Y%m%d", invalid_dates_as_null=True
            ),
            cl.ExactMatch("postcode"),
            cl.LevenshteinAtThresholds("address_1", [1, 2]),
            cl.ExactMatch("street_number"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname"),
            block_on("date_of_birth"),
            block_on("postcode", "surname"),
            block_on("postcode", "given_name"),
            block_on("street_number", "address_1"),
        ],
    )
    linker = Linker(frame, settings, DuckDBAPI(), set_up_basic_logging=False)
    linker.training.estimate_probability_two_random_records_match([block_on("date_of_birth", "surname")], recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("date_of_birth"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("surname", "given_name"))
    linked = linker.inference.predict(threshold_match_probability=0.5).as_pandas_dataframe()
    return list(zip(linked["row_l"], linked["row_r"]))


def recordlinkage(frame):
    import recordlinkage as rl

    indexer = rl.Index()
    for keys in (["given_name", "surname"], ["date_of_birth"], ["postcode", "surname"], ["postcode", "given_name"]):
        indexer.block(keys)
    pairs = indexer.index(frame)
    compare = rl.Compare()
    compare.string("given_name", "given_name", method="jarowinkler", threshold=0.85, label="given")
    compare.string("surname", "surname", method="jarowinkler", threshold=0.85, label="family")
    for exact in ("date_of_birth", "postcode", "street_number"):
        compare.exact(exact, exact, label=exact)
    compare.string("address_1", "address_1", method="jarowinkler", threshold=0.85, label="address")
    vectors = compare.compute(pairs, frame)
    return list(rl.ECMClassifier().fit_predict(vectors))


def main(name, path):
    frame = pd.read_csv(path, sep="\t", dtype=str, keep_default_na=False)
    frame = frame.replace("", None)
    frame["twin_of"] = frame["twin_of"].fillna("")
    frame["row"] = range(len(frame))
    started = time.perf_counter()
    pairs = {"splink": splink, "recordlinkage": recordlinkage}[name](frame)
    print(json.dumps({"tool": TOOLS[name], **figures(frame, pairs, time.perf_counter() - started)}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
