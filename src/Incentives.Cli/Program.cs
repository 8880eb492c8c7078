return Incentives.Cli.IncentivesCommand.Run(args, Console.Out, Console.Error);
