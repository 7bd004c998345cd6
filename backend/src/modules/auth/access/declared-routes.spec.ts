import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Public } from '../../../platform/http/public.decorator';
import { Can } from './access.decorators';
import { DeclaredRoutes } from './declared-routes';

@Controller('declared')
class DeclaredController {
  @Get('open')
  @Public()
  open(): string {
    return '';
  }

  @Get('guarded')
  @Can('order.read')
  guarded(): string {
    return '';
  }
}

@Controller('forgotten')
class ForgottenController {
  @Get()
  forgotten(): string {
    return '';
  }
}

const started = async (...controllers: (new () => object)[]) => {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    controllers,
    providers: [DeclaredRoutes],
  }).compile();
  return module.init();
};

describe('the start', () => {
  it('is refused by a route that says neither who may call it nor that anybody may', async () => {
    await expect(started(DeclaredController, ForgottenController)).rejects.toThrow(
      'These routes declare neither @Public nor @Can: ForgottenController.forgotten',
    );
  });

  it('goes on where each says so', async () => {
    await expect(started(DeclaredController).then((module) => module.close())).resolves.toBeUndefined();
  });
});
