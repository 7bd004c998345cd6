import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { DocumentThumbnails } from '../../orders/documents/document-thumbnails';
import { OrderColumnsListDto, OrderColumnsQueryDto, type SmallPictureDto } from './order-columns.dto';
import { OrderColumnsRepository, type Photo } from './order-columns.repository';

@ApiTags('workspace')
@Controller('workspace')
export class OrderColumnsController {
  constructor(
    private readonly columns: OrderColumnsRepository,
    private readonly thumbnails: DocumentThumbnails,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('order-columns')
  @Header('Cache-Control', 'no-store') // its links live five minutes
  @Can('order.read')
  @ApiOperation({
    operationId: 'getOrderColumns',
    summary: 'Read what the order list may show beside: PI sent, LC issued, a photo',
  })
  @ApiOkResponse({ type: OrderColumnsListDto })
  async getOrderColumns(
    @Query() { orderId }: OrderColumnsQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<OrderColumnsListDto> {
    const rows = await this.columns.of(orderId, actor, this.config.TZ_HOUSE);
    return {
      results: await Promise.all(
        rows.map(async ({ photo, lines, ...order }) => ({
          ...order,
          photo: photo && (await this.pictureOf(photo)),
          lines: await Promise.all(
            lines.map(async ({ lineId, photo }) => ({ lineId, photo: await this.pictureOf(photo) })),
          ),
        })),
      ),
    };
  }

  private async pictureOf({ documentId, fileName, thumbnail }: Photo): Promise<SmallPictureDto> {
    const { url } = await this.thumbnails.linkToSmall(thumbnail, fileName);
    return { documentId, fileName, url };
  }
}
