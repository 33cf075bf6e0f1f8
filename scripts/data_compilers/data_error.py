"""What every compiler raises when a data file breaks its format."""


class DataError(Exception):
    pass
