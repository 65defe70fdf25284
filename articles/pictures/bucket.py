"""Pictures in a bucket that speaks S3. Needs the optional packages of `s3`; the settings name this module."""

from http import HTTPStatus
from typing import Any

from botocore.config import Config
from botocore.exceptions import ClientError
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage
from storages.utils import clean_name


class Bucket(S3Storage):
    """A private bucket: visitors get its pictures from the site, at the same addresses as those of a folder."""

    client_config = Config(
        s3={"addressing_style": "path"},
        # Amazon's newer checksums are refused by some who speak its protocol.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        # A page asks for a dozen pictures at once; botocore keeps ten connections and warns of each beyond them.
        max_pool_connections=50,
        # When the bucket is away, a visitor learns of it within seconds.
        connect_timeout=5,
        read_timeout=10,
        retries={"mode": "standard", "total_max_attempts": 2},
    )

    def piece(self, name: str, start: int, length: int) -> bytes:
        """So many bytes of a file, fewer at its end; to open it would be to fetch it whole. Raises `FileNotFoundError`."""
        try:
            answer = self.bucket.Object(clean_name(name)).get(Range=f"bytes={start}-{start + length - 1}")
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == HTTPStatus.NOT_FOUND:
                raise FileNotFoundError(name) from error
            raise
        return bytes(answer["Body"].read())

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        """Where the site serves it, not where the bucket keeps it."""
        return f"{settings.MEDIA_URL}{filepath_to_uri(name)}"
