"""Clients to AWS, or to an endpoint that stands for it."""

import boto3
from botocore.config import Config as Settings
from botocore.exceptions import BotoCoreError, ClientError

from .told import Stop


class Clients:
    """One client a service, made when it is first used."""

    def __init__(self, region, endpoint):
        self.region, self.endpoint = region, (endpoint or "").rstrip("/") or None
        self.session = boto3.Session(region_name=region)
        self.made = {}

    def elsewhere(self, region):
        """The same clients in another region."""
        return Clients(region, self.endpoint)

    @property
    def is_plain(self):
        """Whether everything goes over plain HTTP."""
        return bool(self.endpoint) and self.endpoint.startswith("http://")

    @property
    def partition(self):
        """The partition of the region, such as `aws`."""
        return self.session.get_partition_for_region(self.region)

    @property
    def suffix(self):
        """The end of host names in the region's partition."""
        return "amazonaws.com.cn" if self.partition == "aws-cn" else "amazonaws.com"

    def of(self, service):
        """The client of a service."""
        if service not in self.made:
            # A bucket of a stand-in has no host name of its own.
            settings = Settings(
                retries={"mode": "standard", "max_attempts": 6},
                s3={"addressing_style": "path"} if self.endpoint else None,
            )
            self.made[service] = self.session.client(service, endpoint_url=self.endpoint, config=settings)
        return self.made[service]

    s3 = property(lambda self: self.of("s3"))
    cloudformation = property(lambda self: self.of("cloudformation"))
    awslambda = property(lambda self: self.of("lambda"))

    def account(self):
        """The account that the credentials open. Missing or refused ones are an error."""
        try:
            return self.of("sts").get_caller_identity()["Account"]
        except BotoCoreError as error:
            raise Stop(
                f"no credentials for AWS that work were found ({error}): sign in, for example with aws sso login, "
                "and set AWS_PROFILE"
            ) from error
        except ClientError as error:
            raise Stop(f"AWS refuses these credentials: {error.response['Error']['Message']}") from error
