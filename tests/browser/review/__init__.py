"""One whole review as the people of it click it, stage by stage; test_whole_review.py tells them in their order."""
