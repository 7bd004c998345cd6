import { Injectable } from '@nestjs/common';
import { Outbox } from '../../../platform/events/outbox';
import { Attachments } from '../../../platform/storage/attachments';
import { CarriedFiles, type Carrier } from '../../../platform/storage/carried-files';
import type { IncomingFile } from '../../../platform/storage/receives-file';
import type { Attachment } from '../../../platform/storage/with-attachment';
import type { Actor } from '../../auth/access/actor';
import { PICTURES } from '../../orders/documents/document.entity';
import { DocumentsRepository } from '../../orders/documents/documents.repository';
import { OptionNotFound } from '../option/option.errors';
import type { SampleOption } from '../option/sample-option.entity';
import { SampleOptionsRepository } from '../option/sample-options.repository';
import { subject, withRound } from '../sample/sample-told';
import type { Sample } from '../sample/sample.entity';
import { SampleOptionPictureAttached, SampleOptionPictureRemoved } from '../sample/sample.events';
import { SamplesRepository } from '../sample/samples.repository';
import type { OptionLabel } from '../vocabulary';
import type { SamplePictureDto } from './pictures.dto';

/** What a picture shows, and whether it is of one option alone. */
interface Shown {
  attachment: Attachment;
  option: OptionLabel | null;
}

/** Pictures of rounds and of their options. An option without one of its own is seen on the picture of its round. */
@Injectable()
export class PicturesService {
  constructor(
    private readonly samples: SamplesRepository,
    private readonly options: SampleOptionsRepository,
    private readonly documents: DocumentsRepository,
    private readonly attachments: Attachments,
    private readonly files: CarriedFiles,
    private readonly outbox: Outbox,
  ) {}

  /** Null where there is nothing to see. @throws OptionNotFound 404, ResourceNotFound 404 */
  async linkTo(id: string, label: OptionLabel | null, actor: Actor): Promise<SamplePictureDto | null> {
    const sample = await this.samples.get(id, actor);
    if (label && !sample.options.some((option) => option.label === label)) throw new OptionNotFound();
    const shown = await this.shown(sample, label);
    if (!shown) return null;
    const link = await this.attachments.linkTo(shown.attachment);
    return { ...link, pictureId: pictureIdOf(shown.attachment), option: shown.option };
  }

  /**
   * The artwork that it has to match; of a PDF its first page, small. Null for what is matched to a measured colour, and
   * where no artwork is there yet. @throws ResourceNotFound 404
   */
  async linkToStandard(id: string, actor: Actor): Promise<SamplePictureDto | null> {
    const { type, orderId, orderLineId } = await this.samples.get(id, actor);
    if (type === 'lab_dip') return null;
    const document = await this.documents.artworkOf(orderId, orderLineId);
    if (!document) return null;
    const { attachment, thumbnail } = document;
    const small = thumbnail !== null && !PICTURES.includes(attachment.contentType);
    const shown = small ? { ...attachment, key: thumbnail, contentType: 'image/webp' } : attachment;
    return { ...(await this.attachments.linkTo(shown)), pictureId: pictureIdOf(attachment), option: null };
  }

  /** What whoever looks at this round, or option, sees now; null where there is nothing to see. @param id of a visible sample */
  async pictureIdOf(id: string, label: OptionLabel | null): Promise<string | null> {
    const sample = await this.samples.find(id);
    const shown = sample && (await this.shown(sample, label));
    return shown ? pictureIdOf(shown.attachment) : null;
  }

  /**
   * In place of the picture that the option had; also once the round is decided.
   * @throws OptionNotFound 404, ResourceNotFound 404, StaleVersion 412, StorageUnavailable 503, StorageFull 507
   */
  async attach(id: string, label: OptionLabel, file: IncomingFile, actor: Actor, expected?: number): Promise<Sample> {
    const { orderId, options } = await this.samples.get(id, actor);
    if (!options.some((option) => option.label === label)) throw new OptionNotFound();
    await this.files.put(`samples/options/${orderId}/`, file, this.carrier(id, label, actor, expected));
    return this.samples.get(id, actor);
  }

  /** @throws NoFileYet 404, OptionNotFound 404, ResourceNotFound 404, StaleVersion 412 */
  async remove(id: string, label: OptionLabel, actor: Actor, expected?: number): Promise<void> {
    await this.files.remove(this.carrier(id, label, actor, expected));
  }

  /** The picture is a part of its sample, whose version it moves on. */
  private carrier(id: string, label: OptionLabel, actor: Actor, expected: number | undefined): Carrier<SampleOption> {
    let sample: Sample;
    return {
      field: 'picture',
      lock: async () => {
        sample = await this.samples.getForUpdate(id, actor, 'sample.write', expected);
        const option = (await this.options.ofSample(id)).find((each) => each.label === label);
        if (!option) throw new OptionNotFound();
        return option;
      },
      save: async (option, changes, attached) => {
        await this.options.save(option);
        await this.samples.save(sample);
        const Exchanged = attached ? SampleOptionPictureAttached : SampleOptionPictureRemoved;
        const told = { ...withRound(sample, changes), option: label };
        await this.outbox.record(new Exchanged(subject(sample), actor, told));
      },
    };
  }

  private async shown({ id, attachment }: Sample, label: OptionLabel | null): Promise<Shown | null> {
    const options = label ? await this.options.ofSample(id) : [];
    const own = options.find((option) => option.label === label)?.attachment;
    if (own) return { attachment: own, option: label };
    if (attachment?.contentType.startsWith('image/')) return { attachment, option: null };
    const document = await this.documents.newestPictureOf(id);
    return document && { attachment: document.attachment, option: null };
  }
}

const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The last id in the key of its bytes: each file that is stored has one of its own. */
function pictureIdOf({ key }: Attachment): string {
  const id = key.match(UUIDS)?.at(-1);
  if (!id) throw new Error(`No id in the key ${key}`);
  return id;
}
