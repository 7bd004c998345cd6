import { Injectable, SetMetadata, type OnApplicationBootstrap, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { BaseEntity } from '../database/base.entity';
import { Deed } from './deed';
import type { DomainEventRow } from './domain-event.entity';
import { discoveredMethods, type DiscoveredMethod } from './discovered-methods';

const UNDOES = Symbol('undoes domain events');
const UNDOES_BEGINNING = Symbol('undoes the beginning of a stream');
const RESTORES = Symbol('restores from the trash');

/** Who takes something back; the modules know them as their actor. */
type By = { id: string };

/**
 * Marks a provider's method `(event, actor) => Promise` that takes back what an event of these names tells, through the
 * module's own rules and permissions, in the caller's transaction. It throws where the rules say no.
 */
export const Undoes = (...names: string[]) => SetMetadata(UNDOES, names);

/** The same for what begins a stream: with it goes whatever else its request did there, such as all of an imported order. */
export const UndoesBeginning = (...names: string[]) => SetMetadata(UNDOES_BEGINNING, names);

/** A kind of thing that goes to the trash and comes back with `<kind>.restored`. */
export interface TrashKind {
  /** As the events call it. */
  kind: string;
  entity: Type<BaseEntity>;
  /** The event by which it went there. */
  deleted: string;
  /** It belongs to the books: it stays in the trash for good. What it is of is held by its foreign key (ON DELETE RESTRICT). */
  kept: boolean;
}

/** Marks a provider's method `(id, actor) => Promise` that brings such a thing back; the undo of its deletion as well. */
export const Restores = (
  kind: string,
  entity: Type<BaseEntity>,
  { deleted = `${kind}.deleted`, kept = false }: Partial<Pick<TrashKind, 'deleted' | 'kept'>> = {},
) => SetMetadata(RESTORES, { kind, entity, deleted, kept } satisfies TrashKind);

/** The values that an event's fields had before it: the body of a change that takes it back. */
export const valuesBefore = <Body>({ data }: Pick<DomainEventRow, 'data'>): Body => data['before'] as Body;

type Undo = (event: DomainEventRow, actor: By) => Promise<unknown>;

/** What the modules can take back, and bring back from the trash: found by `@Undoes` and `@Restores`. */
@Injectable()
export class Undoing implements OnApplicationBootstrap {
  private readonly undoers = new Map<string, Undo>();
  /** Events with which all else that their request did in the same stream is taken back. */
  readonly beginnings = new Set<string>();
  private readonly restorers = new Map<string, DiscoveredMethod<TrashKind>>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly deed: Deed,
  ) {}

  onApplicationBootstrap(): void {
    for (const { metadata, call } of this.discovered<string[]>(UNDOES))
      for (const name of metadata) this.undoers.set(name, call);
    for (const { metadata, call } of this.discovered<string[]>(UNDOES_BEGINNING))
      for (const name of metadata) {
        this.beginnings.add(name);
        this.undoers.set(name, call);
      }
    for (const found of this.discovered<TrashKind>(RESTORES)) {
      this.restorers.set(found.metadata.kind, found);
      this.undoers.set(found.metadata.deleted, (event, actor) => found.call(event.subjectId, actor));
    }
  }

  /** What lies in the trash, kind by kind. */
  get trashKinds(): TrashKind[] {
    return [...this.restorers.values()].map(({ metadata }) => metadata);
  }

  canUndo(name: string): boolean {
    return this.undoers.has(name);
  }

  /** Of what one request did, what there is to take back: of a stream that it began, the beginning alone. */
  leading<Event extends { name: string; streamId: string }>(events: readonly Event[]): Event[] {
    const begun = new Set(events.filter(({ name }) => this.beginnings.has(name)).map(({ streamId }) => streamId));
    return events.filter(({ name, streamId }) => this.beginnings.has(name) || !begun.has(streamId));
  }

  /** Takes an event back; what that records names the event. Inside a transaction. @throws Error for one that nobody undoes */
  async undo(event: DomainEventRow, actor: By): Promise<void> {
    const undoer = this.undoers.get(event.name);
    if (!undoer) throw new Error(`Nobody undoes ${event.name}.`);
    await this.deed.undoing(event.id, () => undoer(event, actor));
  }

  /** Brings a thing of a kind in `trashKinds` back, with what went with it. */
  async restore(kind: string, id: string, actor: By): Promise<void> {
    await this.restorers.get(kind)?.call(id, actor);
  }

  private discovered<Metadata>(key: symbol): DiscoveredMethod<Metadata>[] {
    return discoveredMethods(key, this.discovery, this.scanner, this.reflector);
  }
}
