import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { ActivityModule } from './modules/activity/activity.module';
import { AdministrationModule } from './modules/administration/administration.module';
import { AuthModule } from './modules/auth/auth.module';
import { FinancialsModule } from './modules/financials/financials.module';
import { DashboardModule } from './modules/dashboard/dashboard.module';
import { NotificationsModule } from './modules/notifications/notifications.module';
import { DocumentsModule } from './modules/orders/documents/documents.module';
import { OrdersModule } from './modules/orders/orders.module';
import { PaymentsModule } from './modules/payments/payments.module';
import { PlanningModule } from './modules/planning/planning.module';
import { PresentationModule } from './modules/presentation/presentation.module';
import { ProductionModule } from './modules/production/production.module';
import { SamplesModule } from './modules/samples/samples.module';
import { ShipmentsModule } from './modules/shipments/shipments.module';
import { WorkspaceModule } from './modules/workspace/workspace.module';
import { SearchModule } from './modules/search/search.module';
import { TransfersModule } from './modules/transfers/transfers.module';
import type { Config } from './platform/config/config';
import { ConfigModule } from './platform/config/config.module';
import { DatabaseModule } from './platform/database/database.module';
import { ErrorFilter } from './platform/errors/error.filter';
import { EventsModule } from './platform/events/events.module';
import { HealthModule } from './platform/health/health.module';
import { EtagInterceptor } from './platform/http/etag.interceptor';
import { IdempotencyInterceptor } from './platform/http/idempotency.interceptor';
import { UndoInterceptor } from './platform/http/undo.interceptor';
import { validationPipe } from './platform/http/validation';
import { JobsModule } from './platform/jobs/jobs.module';
import { loggerOptions } from './platform/logging/logger-options';
import { LimitsModule } from './platform/limits/limits.module';
import { MailModule } from './platform/mail/mail.module';
import { MetricsModule } from './platform/metrics/metrics.module';
import { StorageModule } from './platform/storage/storage.module';
import { TelemetryModule } from './platform/telemetry/telemetry.module';

/** The only file that imports every module. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        LoggerModule.forRoot(loggerOptions(config)),
        DatabaseModule,
        JobsModule,
        EventsModule,
        HealthModule,
        MetricsModule,
        TelemetryModule,
        LimitsModule,
        StorageModule,
        MailModule,
        AuthModule,
        OrdersModule,
        DocumentsModule,
        FinancialsModule,
        PlanningModule,
        DashboardModule,
        ProductionModule,
        ActivityModule,
        NotificationsModule,
        SamplesModule,
        ShipmentsModule,
        WorkspaceModule,
        PresentationModule,
        PaymentsModule,
        SearchModule,
        TransfersModule,
        AdministrationModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: UndoInterceptor },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
      ],
    };
  }
}
