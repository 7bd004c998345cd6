import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NoSuchReference } from '../orders.errors';
import { CannotBeMentioned, CommentNotYours, PictureReplaced } from './comment.errors';
import { CommentDto, CreateCommentDto, UpdateCommentDto } from './comments.dto';
import { commentList } from './comments.repository';
import { CommentsService } from './comments.service';

const NOT_TO_MENTION = new CannotBeMentioned([
  'Rafi Ahmed cannot see order PO-1182. Leave the mention out, or give them a task.',
]);

@ApiTags('comments')
@Controller('comments')
export class CommentsController {
  constructor(private readonly comments: CommentsService) {}

  @Get()
  @Can('comment.read')
  @ApiOperation({ operationId: 'listComments', summary: 'List comments, the newest first' })
  @ApiList(CommentDto, commentList)
  async listComments(@Asked(commentList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.comments.list(asked, actor), (comment) => CommentDto.from(comment));
  }

  @Post()
  @Can('comment.write')
  @ApiOperation({ operationId: 'createComment', summary: 'Comment on an order, a line or a sample' })
  @ApiCreatedResponse({ type: CommentDto })
  @ApiErrors(new NoSuchReference('orderId', 'order'), NOT_TO_MENTION, new PictureReplaced())
  async createComment(@Body() body: CreateCommentDto, @CurrentActor() actor: Actor) {
    return CommentDto.from(await this.comments.write(body, actor));
  }

  @Get(':id')
  @Can('comment.read')
  @ApiOperation({ operationId: 'getComment', summary: 'Read a comment' })
  @ApiOkResponse({ type: CommentDto })
  async getComment(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return CommentDto.from(await this.comments.get(id, actor));
  }

  @Patch(':id')
  @Can('comment.write')
  @ApiOperation({ operationId: 'updateComment', summary: 'Change your own comment; it is marked as edited' })
  @ApiOkResponse({ type: CommentDto })
  @ApiErrors(new CommentNotYours('Rina Akter'), NOT_TO_MENTION)
  async updateComment(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateCommentDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return CommentDto.from(await this.comments.edit(id, body, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('comment.write')
  @ApiOperation({ operationId: 'deleteComment', summary: 'Move your own comment to the trash' })
  @ApiNoContentResponse()
  @ApiErrors(new CommentNotYours('Rina Akter'))
  async deleteComment(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.comments.remove(id, actor, expected);
  }
}
