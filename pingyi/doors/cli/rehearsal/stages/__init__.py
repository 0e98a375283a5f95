"""The stages of one review, in their order; each drives the office as the people of that stage would."""
