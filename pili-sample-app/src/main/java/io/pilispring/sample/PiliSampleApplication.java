package io.pilispring.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The sample: a hub over a JSON API, and a tour of what the starter can do.
 */
@SpringBootApplication
public class PiliSampleApplication {

	/**
	 * Start the sample.
	 * @param args the arguments
	 */
	public static void main(String[] args) {
		SpringApplication.run(PiliSampleApplication.class, args);
	}

}
