import { Module } from '@nestjs/common';
import { SearchController } from './search.controller';
import { SearchRepository } from './search.repository';
import { SearchService } from './search.service';

/** One box over everything: a read model of what triggers enter (docs/adr/0009-search-entries.md). */
@Module({ controllers: [SearchController], providers: [SearchService, SearchRepository] })
export class SearchModule {}
