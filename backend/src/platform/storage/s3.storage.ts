import type { S3Client } from '@aws-sdk/client-s3';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { contentDisposition, servedType } from './file-types';
import { reach, reachFile, reachIfThere } from './remote';
import { Spool } from './spool';
import {
  fileKey,
  linkSeconds,
  Storage,
  type Listing,
  type ReadLink,
  type SignedWrite,
  type StoredFile,
  type WriteLink,
} from './storage';

export interface S3Options {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** of a store that is not Amazon's */
  endpoint?: string;
  /** where browsers reach the same store, when they know it by another name than we do */
  publicEndpoint?: string;
  forcePathStyle?: boolean;
  /** where uploads wait until they are complete */
  spoolFolder: string;
}

type Aws = typeof import('@aws-sdk/client-s3') & typeof import('@aws-sdk/s3-request-presigner');

/** Up to this size a file is sent from memory: the SDK tries those again, and streams not. */
const RETRIED_BYTES = 8 * 1024 * 1024;

/** Files in an S3 bucket, Amazon's or one that speaks like it, under SigV4 signed links. */
export class S3Storage extends Storage {
  private constructor(
    private readonly aws: Aws,
    private readonly client: S3Client,
    /** signs links, which hold good for one host name only; sends nothing */
    private readonly linkClient: S3Client,
    private readonly bucket: string,
    private readonly spool: Spool,
  ) {
    super();
  }

  /** Amazon's library is heavy: it is loaded only where it is used. */
  static async connect({
    bucket,
    spoolFolder,
    accessKeyId,
    secretAccessKey,
    publicEndpoint,
    ...options
  }: S3Options): Promise<S3Storage> {
    const aws = { ...(await import('@aws-sdk/client-s3')), ...(await import('@aws-sdk/s3-request-presigner')) };
    const settings = {
      ...options,
      credentials: { accessKeyId, secretAccessKey },
      requestHandler: { connectionTimeout: 3000, socketTimeout: 20_000 },
      // Not every store knows Amazon's newer checksums; an upload carries the SHA-256 that we have anyway.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    } as const;
    const client = new aws.S3Client(settings);
    const linkClient = publicEndpoint ? new aws.S3Client({ ...settings, endpoint: publicEndpoint }) : client;
    return new S3Storage(aws, client, linkClient, bucket, new Spool(spoolFolder));
  }

  async put(
    key: string,
    bytes: Readable | Buffer,
    { contentType, maxBytes }: { contentType: string; maxBytes: number },
  ): Promise<StoredFile> {
    const place = this.at(key);
    return this.spool.take(bytes, maxBytes, async ({ path, size, sha256 }) => {
      const upload = new this.aws.PutObjectCommand({
        ...place,
        Body: size > RETRIED_BYTES ? createReadStream(path) : await readFile(path),
        ContentLength: size,
        ContentType: contentType,
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
      });
      await reach(this.client.send(upload));
    });
  }

  async open(key: string): Promise<Readable> {
    const { Body } = await reachFile(this.client.send(new this.aws.GetObjectCommand(this.at(key))));
    return Body as Readable; // on Node the SDK's body is the answer itself
  }

  async delete(key: string): Promise<void> {
    await reachIfThere(this.client.send(new this.aws.DeleteObjectCommand(this.at(key))));
  }

  async exists(key: string): Promise<boolean> {
    return (await reachIfThere(this.client.send(new this.aws.HeadObjectCommand(this.at(key))))) !== null;
  }

  async list(after: string, limit: number): Promise<Listing> {
    const asked = { Bucket: this.bucket, MaxKeys: limit, ...(after && { StartAfter: after }) };
    const { Contents = [], IsTruncated } = await reach(this.client.send(new this.aws.ListObjectsV2Command(asked)));
    const files = Contents.map(({ Key = '', Size = 0, LastModified = new Date() }) => ({
      key: Key,
      size: Size,
      modifiedAt: LastModified,
    }));
    return { files, hasMore: IsTruncated ?? false };
  }

  async signedReadUrl(key: string, link: ReadLink): Promise<string> {
    const read = new this.aws.GetObjectCommand({
      ...this.at(key),
      ResponseContentType: servedType(link.contentType),
      ResponseContentDisposition: contentDisposition(link),
    });
    return this.aws.getSignedUrl(this.linkClient, read, { expiresIn: linkSeconds(link.expiresInSeconds) });
  }

  async signedWriteUrl(key: string, { contentType, size, expiresInSeconds }: WriteLink): Promise<SignedWrite> {
    const write = new this.aws.PutObjectCommand({
      ...this.at(key),
      ContentType: contentType,
      ContentLength: size, // S3 signs no range of sizes, only the exact one
      IfNoneMatch: '*',
    });
    const url = await this.aws.getSignedUrl(this.linkClient, write, {
      expiresIn: linkSeconds(expiresInSeconds),
      signableHeaders: new Set(['content-type']), // left out by default, and then anything could be sent
    });
    return { method: 'PUT', url, headers: { 'Content-Type': contentType, 'If-None-Match': '*' } };
  }

  async check(): Promise<void> {
    await reach(this.client.send(new this.aws.HeadBucketCommand({ Bucket: this.bucket })));
  }

  private at(key: string) {
    return { Bucket: this.bucket, Key: fileKey(key) };
  }
}
