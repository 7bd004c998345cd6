import { Module } from '@nestjs/common';
import { WorkspaceController } from './workspace.controller';
import { WorkspaceRepository } from './workspace.repository';

/** Read models of a screen: the order page in one request. */
@Module({ controllers: [WorkspaceController], providers: [WorkspaceRepository] })
export class WorkspaceModule {}
