"""The bucket that CloudFormation and Lambda read the template and the packages from."""

import hashlib
import json

from botocore.exceptions import ClientError

from .told import Bar, Stop, say


class CodeBucket:
    """A code bucket of this account."""

    def __init__(self, clients, config):
        self.s3 = clients.s3
        self.clients = clients
        self.region = config.region
        self.account = clients.account()
        self.is_named = bool(config.bucket)
        self.name = config.bucket or f"hubward-code-{self.account}-{config.region}"

    def is_there(self):
        """Whether the bucket exists and belongs to this account."""
        try:
            self.s3.head_bucket(Bucket=self.name, ExpectedBucketOwner=self.account)
            return True
        except ClientError as error:
            status = error.response["ResponseMetadata"]["HTTPStatusCode"]
            if status == 404:
                return False
            if status == 403:
                raise Stop(
                    f"the bucket {self.name} belongs to another account, or these credentials may not use it: "
                    "give another one as `bucket`"
                ) from error
            raise

    def make(self):
        """Makes the bucket if it is missing: private, encrypted, versioned, TLS only. A bucket that
        the configuration names is used as it is when it exists."""
        if self.is_there():
            if self.is_named:
                return
        else:
            say(f"Making the bucket {self.name}")
            where = {} if self.region == "us-east-1" else {
                "CreateBucketConfiguration": {"LocationConstraint": self.region}
            }
            self.s3.create_bucket(Bucket=self.name, ObjectOwnership="BucketOwnerEnforced", **where)
            self.s3.get_waiter("bucket_exists").wait(Bucket=self.name)
        self.secure()

    def secure(self):
        """Sets what a code bucket must have. Doing it again changes nothing."""
        self.s3.put_public_access_block(
            Bucket=self.name,
            PublicAccessBlockConfiguration=dict.fromkeys(
                ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"), True
            ),
        )
        rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
        self.s3.put_bucket_encryption(Bucket=self.name, ServerSideEncryptionConfiguration={"Rules": [rule]})
        self.s3.put_bucket_versioning(Bucket=self.name, VersioningConfiguration={"Status": "Enabled"})
        if self.clients.is_plain:
            say("The endpoint is plain HTTP: the bucket is not closed to plain HTTP")
            return
        arn = f"arn:{self.clients.partition}:s3:::{self.name}"
        tls_only = {
            "Sid": "TlsOnly",
            "Effect": "Deny",
            "Principal": "*",
            "Action": "s3:*",
            "Resource": [arn, f"{arn}/*"],
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        }
        policy = {"Version": "2012-10-17", "Statement": [tls_only]}
        self.s3.put_bucket_policy(Bucket=self.name, Policy=json.dumps(policy))

    def upload(self, packages):
        """Uploads the packages that are not there yet, under keys with their checksum."""
        missing = [one for one in packages if not self.has(one.key)]
        bar = Bar("Uploading packages", sum(one.path.stat().st_size for one in missing))
        for one in missing:
            self.s3.upload_file(
                str(one.path), self.name, one.key, ExtraArgs={"ChecksumAlgorithm": "SHA256"}, Callback=bar.add
            )
        bar.end()
        say(f"Packages: {len(missing)} uploaded, {len(packages) - len(missing)} there already")

    def upload_template(self, path):
        """Uploads a template, and answers the URL that CloudFormation reads it at."""
        data = path.read_bytes()
        key = f"hubward/{path.stem}-{hashlib.sha256(data).hexdigest()[:16]}.yaml"
        if not self.has(key):
            self.s3.put_object(Bucket=self.name, Key=key, Body=data)
        if self.clients.endpoint:
            return f"{self.clients.endpoint}/{self.name}/{key}"
        return f"https://{self.name}.s3.{self.region}.{self.clients.suffix}/{key}"

    def has(self, key):
        """Whether the bucket has an object with this key."""
        try:
            self.s3.head_object(Bucket=self.name, Key=key)
            return True
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                return False
            raise

    def empty(self):
        """Deletes every version of every object, then the bucket."""
        pages = self.s3.get_paginator("list_object_versions").paginate(Bucket=self.name)
        for page in pages:
            found = page.get("Versions", []) + page.get("DeleteMarkers", [])
            ids = [{"Key": one["Key"], "VersionId": one["VersionId"]} for one in found]
            if ids:
                self.s3.delete_objects(Bucket=self.name, Delete={"Objects": ids, "Quiet": True})
        self.s3.delete_bucket(Bucket=self.name)
        say(f"The bucket {self.name} is gone")
