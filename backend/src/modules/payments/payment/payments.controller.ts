import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { FractionOfCurrency } from '../../financials/financials.errors';
import { NoSuchReference } from '../../orders/orders.errors';
import { AnotherCurrency, MatchedTooMuch, NothingInvoiced, PaidTooMuch } from './payment.errors';
import { MatchPaymentDto, PaymentDetailDto, PaymentDto, RecordPaymentDto, UpdatePaymentDto } from './payments.dto';
import { paymentList } from './payments.repository';
import { PaymentsService, type PaymentDetail } from './payments.service';

const USD = (amount: string) => ({ amount, currency: 'USD' });
const refusalsOfMatching = () => [
  new MatchedTooMuch(USD('13000'), USD('12045')),
  new PaidTooMuch('CI-00042', USD('500')),
  new AnotherCurrency('CI-00042', { payment: 'EUR', invoice: 'USD' }),
  new NothingInvoiced('CI-00042'),
];

@ApiTags('financials')
@Controller('financials/payments')
export class PaymentsController {
  constructor(private readonly payments: PaymentsService) {}

  @Get()
  @Can('payment.read')
  @ApiOperation({ operationId: 'listPayments', summary: 'List money that came from buyers' })
  @ApiList(PaymentDto, paymentList)
  async listPayments(@Asked(paymentList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.payments.list(asked, actor), (payment) => PaymentDto.from(payment));
  }

  @Post()
  @Can('payment.write')
  @ApiOperation({ operationId: 'recordPayment', summary: 'Record money that came, and the invoices it settles' })
  @ApiCreatedResponse({ type: PaymentDetailDto })
  @ApiErrors(new NoSuchReference('orderId', 'order'), new FractionOfCurrency('USD'), ...refusalsOfMatching())
  async recordPayment(@Body() body: RecordPaymentDto, @CurrentActor() actor: Actor) {
    return dto(await this.payments.record(body, actor));
  }

  @Get(':id')
  @Can('payment.read')
  @ApiOperation({ operationId: 'getPayment', summary: 'Read a payment with the invoices it settles' })
  @ApiOkResponse({ type: PaymentDetailDto })
  async getPayment(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return dto(await this.payments.get(id, actor));
  }

  @Patch(':id')
  @Can('payment.write')
  @ApiOperation({ operationId: 'updatePayment', summary: 'Change a payment: only what is sent; null clears' })
  @ApiOkResponse({ type: PaymentDetailDto })
  @ApiErrors(new FractionOfCurrency('USD'), ...refusalsOfMatching().slice(0, 3))
  async updatePayment(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdatePaymentDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return dto(await this.payments.update(id, body, actor, expected));
  }

  @Put(':id/matches')
  @Can('payment.write')
  @ApiOperation({ operationId: 'matchPayment', summary: 'Say which invoices a payment settles, as a whole' })
  @ApiOkResponse({ type: PaymentDetailDto })
  @ApiErrors(new FractionOfCurrency('USD'), ...refusalsOfMatching())
  async matchPayment(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { matches }: MatchPaymentDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return dto(await this.payments.match(id, matches, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('payment.write')
  @ApiOperation({ operationId: 'deletePayment', summary: 'Move a payment to the trash: its invoices wait again' })
  @ApiNoContentResponse()
  async deletePayment(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.payments.delete(id, actor, expected);
  }
}

const dto = ({ payment, matches }: PaymentDetail) => PaymentDetailDto.of(payment, matches);
