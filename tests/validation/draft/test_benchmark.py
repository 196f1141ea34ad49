from benchmarks.draft import compare, main
from catalogue import read_plan_tables
from catalogue.rows import DATA


def test_without_the_documents_the_benchmark_says_so(tmp_path, capsys):
    assert main([str(tmp_path)]) == 2
    assert "give the folder" in capsys.readouterr().out


def test_a_finished_plan_agrees_with_itself_in_every_cell():
    plan = read_plan_tables(DATA / "plans" / "hp-2026-bao-ve-moi-truong")
    score = compare(plan, plan)

    assert (score.found, score.extra, score.misses) == (40, 0, [])
    assert score.share() == 1
