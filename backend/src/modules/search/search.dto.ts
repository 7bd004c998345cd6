import { Type } from 'class-transformer';
import { Id, ListOf, Nested, OneOf, Text, Whole } from '../../platform/http/fields';
import type { Term } from '../../platform/listing/search-terms';
import { SEARCH_KINDS, type SearchKind } from './search.kinds';
import { MATCHES, type HitRow, type Match } from './search.repository';
import type { Found } from './search.service';
import { marksIn } from './words';

export class SearchQueryDto {
  @Text({
    max: 200,
    description: 'A number, a name, a colour, part of a note: what is known of it.',
    example: 'PO-1182',
  })
  q: string;

  @Type(() => Number)
  @Whole({ min: 1, max: 20, optional: true, description: 'How many of each kind; 5 unless told.', example: 5 })
  limit: number = 5;
}

export class MarkDto {
  @Whole({ min: 0, max: 1000, description: 'Its first character.', example: 0 }) from: number;
  @Whole({ min: 0, max: 1000, description: 'The first character after it.', example: 7 }) to: number;
}

export class MarkedTextDto {
  @Text({ max: 1000, min: 0, example: 'PO-1182' }) text: string;
  @ListOf(() => MarkDto, { max: 200, description: 'Where it holds what was asked.' }) marks: MarkDto[];

  static from(text: string, terms: readonly Term[], meant: ReadonlySet<string>): MarkedTextDto {
    return { text, marks: marksIn(text, terms, meant) };
  }
}

export class SearchHitDto {
  @Id({ description: 'Of the thing itself; its kind says what it is.' }) id: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Nested(() => MarkedTextDto) title: MarkedTextDto;
  @Nested(() => MarkedTextDto) detail: MarkedTextDto;
  @OneOf(MATCHES, {
    name: 'SearchMatch',
    description: 'Its number, whole words, the start of words, or something close to what was asked.',
  })
  match: Match;

  static from(hit: HitRow, terms: readonly Term[]): SearchHitDto {
    const meant = new Set(hit.meant);
    const { id, orderId, orderNumber, customerName, match } = hit;
    return {
      id,
      orderId,
      orderNumber,
      customerName,
      title: MarkedTextDto.from(hit.title, terms, meant),
      detail: MarkedTextDto.from(hit.detail, terms, meant),
      match,
    };
  }
}

export class SearchGroupDto {
  @OneOf(SEARCH_KINDS, { name: 'SearchKind' }) kind: SearchKind;
  @ListOf(() => SearchHitDto, { max: 20 }) hits: SearchHitDto[];
}

/** What was found, by kind: the kind with the best hit first, in each the best hit first. */
export class SearchDto {
  @ListOf(() => SearchGroupDto, { max: SEARCH_KINDS.length }) groups: SearchGroupDto[];

  static from({ terms, groups }: Found): SearchDto {
    return {
      groups: groups.map(({ kind, hits }) => ({ kind, hits: hits.map((hit) => SearchHitDto.from(hit, terms)) })),
    };
  }
}
