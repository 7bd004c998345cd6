import { Injectable } from '@nestjs/common';
import { termsOf, type Term } from '../../platform/listing/search-terms';
import type { Actor } from '../auth/access/actor';
import { SEARCH_KINDS, type SearchKind } from './search.kinds';
import { MATCHES, SearchRepository, type HitRow } from './search.repository';

export interface Found {
  terms: Term[];
  groups: { kind: SearchKind; hits: HitRow[] }[];
}

/** Fewer than these, and none of them what was asked to the letter: then what is close to it is shown as well. */
const FEW = 5;

@Injectable()
export class SearchService {
  constructor(private readonly entries: SearchRepository) {}

  /** The best `limit` of each kind, the kinds with the best hit first. */
  async find(query: string, actor: Actor, limit: number): Promise<Found> {
    const terms = termsOf(query);
    if (!terms.length) return { terms, groups: [] };
    const typed = await this.entries.asTyped(terms, actor, limit);
    const certain = typed.length >= FEW || typed.some(({ match }) => match !== 'start');
    const near = certain ? [] : await this.entries.nearly(terms, actor, limit);
    const known = new Set(typed.map(({ kind, id }) => `${kind}/${id}`));
    return { terms, groups: grouped([...typed, ...near.filter(({ kind, id }) => !known.has(`${kind}/${id}`))], limit) };
  }
}

function grouped(hits: readonly HitRow[], limit: number): Found['groups'] {
  const best = (of: readonly HitRow[]) => Math.min(...of.map(({ match }) => MATCHES.indexOf(match)));
  return SEARCH_KINDS.map((kind) => ({ kind, hits: hits.filter((hit) => hit.kind === kind).slice(0, limit) }))
    .filter(({ hits: ofKind }) => ofKind.length > 0)
    .sort((one, other) => best(one.hits) - best(other.hits));
}
