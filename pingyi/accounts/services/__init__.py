from pingyi.accounts.services.change_password import change_password
from pingyi.accounts.services.set_language import set_language
from pingyi.accounts.services.set_type_size import set_type_size
from pingyi.accounts.services.sign_in import sign_in
from pingyi.accounts.services.temporary_password import give_temporary_password

__all__ = ["change_password", "give_temporary_password", "set_language", "set_type_size", "sign_in"]
