import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ListQuery } from '../../platform/listing/list-definition';
import { ApiList, Asked } from '../../platform/listing/list.decorators';
import { mapPage } from '../../platform/listing/page';
import { Can } from '../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../auth/access/actor';
import { ChangedCountDto, NotificationDto, UnreadCountDto } from './notifications.dto';
import { notificationList, NotificationsRepository } from './notifications.repository';

/** Each person's own; another's does not exist. What is read or cleared is theirs to decide, so no event tells of it. */
@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsRepository) {}

  @Get()
  @Can('notification.own')
  @ApiOperation({ operationId: 'listNotifications', summary: 'List your notifications, newest first' })
  @ApiList(NotificationDto, notificationList)
  async listNotifications(@Asked(notificationList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.notifications.list(asked, actor), (row) => NotificationDto.from(row));
  }

  @Get('unread-count')
  @Can('notification.own')
  @ApiOperation({ operationId: 'countUnreadNotifications', summary: 'Count your unread notifications, up to 99+' })
  @ApiOkResponse({ type: UnreadCountDto })
  async countUnreadNotifications(@CurrentActor() actor: Actor): Promise<UnreadCountDto> {
    const unreadCount = await this.notifications.countUnread(actor);
    return { unreadCount, capped: unreadCount > 99 };
  }

  @Post('readings')
  @HttpCode(200)
  @Can('notification.own')
  @ApiOperation({ operationId: 'readAllNotifications', summary: 'Mark all your notifications as read' })
  @ApiOkResponse({ type: ChangedCountDto })
  async readAllNotifications(@CurrentActor() actor: Actor): Promise<ChangedCountDto> {
    return { changed: await this.notifications.readAll(actor) };
  }

  @Post('clearance')
  @HttpCode(200)
  @Can('notification.own')
  @ApiOperation({ operationId: 'clearReadNotifications', summary: 'Delete all your notifications that are read' })
  @ApiOkResponse({ type: ChangedCountDto })
  async clearReadNotifications(@CurrentActor() actor: Actor): Promise<ChangedCountDto> {
    return { changed: await this.notifications.removeRead(actor) };
  }

  @Post(':id/reading')
  @HttpCode(200)
  @Can('notification.own')
  @ApiOperation({ operationId: 'readNotification', summary: 'Mark a notification as read' })
  @ApiOkResponse({ type: NotificationDto })
  async readNotification(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return NotificationDto.from(await this.notifications.read(id, actor));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('notification.own')
  @ApiOperation({ operationId: 'deleteNotification', summary: 'Delete a notification' })
  @ApiNoContentResponse()
  async deleteNotification(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    await this.notifications.remove(id, actor);
  }
}
