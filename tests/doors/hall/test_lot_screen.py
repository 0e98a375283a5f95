from pingyi.doors.hall.names import without_other_names


def test_a_long_name_stands_without_its_other_name_as_long_as_it_stays_its_own() -> None:
    names = ["第五临床医学院（附属第五人民医院）党委", "护理学院党委", "文学院（筹）党委"]
    assert without_other_names(names, 11) == ["第五临床医学院党委", "护理学院党委", "文学院（筹）党委"]
    twins = ["附属医院（东区）党委", "附属医院（西区）党委"]
    assert without_other_names(twins, 5) == twins
